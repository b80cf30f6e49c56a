package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.QuotaTurns.Turn;
import io.portico.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuotaTurnsTest {
  @Inject Database database;
  @Inject QuotaTurns turns;

  @BeforeEach
  @AfterEach
  void forget() {
    Gateway.freeQuotas(database);
  }

  private void pass(Duration time) {
    database.change(
        handle ->
            handle.execute(
                "update quota_turn set next_at = next_at - ? * interval '1 second'",
                time.toSeconds()));
  }

  @Test
  void oneOfManyGetsTheTurn() {
    long holders =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> turns.take(Quota.CREATE_VERSION))
            .filter(Turn::isNow)
            .count();
    assertEquals(1, holders);
    assertTrue(turns.take(Quota.IMPORT).isNow(), "each quota for itself");
  }

  /** AWS may count the call whenever it is under way. */
  @Test
  void theNextTurnIsCountedFromTheAnswer() {
    Turn first = turns.take(Quota.CREATE_VERSION);
    pass(Duration.ofSeconds(20));
    assertFalse(turns.take(Quota.CREATE_VERSION).isNow(), "the call is under way");
    turns.used(first);
    Duration pause = turns.take(Quota.CREATE_VERSION).pause();
    assertTrue(
        pause.compareTo(Duration.ofSeconds(15)) > 0 && pause.compareTo(Duration.ofSeconds(20)) <= 0,
        pause.toString());
    pass(Duration.ofSeconds(20));
    assertTrue(turns.take(Quota.CREATE_VERSION).isNow());
  }

  @Test
  void aTurnThatWasNotUsedIsTheNextOnes() {
    turns.unused(turns.take(Quota.IMPORT));
    assertTrue(turns.take(Quota.IMPORT).isNow());
  }

  @Test
  void theTurnOfAReplicaThatDiedEnds() {
    turns.take(Quota.CREATE_VERSION);
    pass(Duration.ofSeconds(50));
    assertTrue(turns.take(Quota.CREATE_VERSION).isNow());
  }

  @Test
  void whatAwsSaysCounts() {
    turns.used(turns.take(Quota.CREATE_VERSION), Duration.ofMinutes(2));
    assertTrue(turns.take(Quota.CREATE_VERSION).pause().compareTo(Duration.ofSeconds(100)) > 0);
  }

  /** Back from the dead, it does not end the turn of the one that came after. */
  @Test
  void anotherOnesTurnIsNotEnded() {
    Turn slow = turns.take(Quota.CREATE_VERSION);
    pass(Duration.ofSeconds(50));
    turns.take(Quota.CREATE_VERSION);
    turns.unused(slow);
    assertFalse(turns.take(Quota.CREATE_VERSION).isNow());
  }
}
