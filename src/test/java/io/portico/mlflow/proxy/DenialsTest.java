package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DenialsTest {
  @Test
  void whatIsRememberedIsShortHoweverLongThePath() {
    String path = "churn jwt POST /" + "!".repeat(16_000);
    assertEquals(64, Denials.key(path).length());
    assertNotEquals(Denials.key(path), Denials.key(path + "!"));
  }
}
