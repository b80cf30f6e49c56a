package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  private int attempts(int requests) {
    int attempts = 0;
    for (int i = 0; i < requests; i++) {
      budget.earn();
      attempts += budget.spend() ? 2 : 1;
    }
    return attempts;
  }

  @Test
  @Holds(Promise.RETRIES_ARE_FEW)
  void aServerThatAlwaysFailsSeesAFifthMore() {
    assertEquals(1_200, attempts(1_000), 1);
  }

  @Test
  void whatIsSavedHasABound() {
    for (int i = 0; i < 10_000; i++) {
      budget.earn();
    }
    int retries = 0;
    while (budget.spend()) {
      retries++;
    }
    assertEquals(10, retries);
    assertFalse(budget.spend());
  }
}
