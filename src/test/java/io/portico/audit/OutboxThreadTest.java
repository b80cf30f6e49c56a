package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portico.database.DatabaseUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutboxThreadTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  private void stopWithOneWaiting(Consumer<List<KeptActivity>> store) throws InterruptedException {
    Outbox outbox = new Outbox(10, store, metrics);
    outbox.put(KeptActivity.of(Activities.activity("the last")));
    new OutboxThread(outbox).stop(null);
  }

  private double lost() {
    return metrics.get("portico.audit.lost").counter().count();
  }

  @Test
  void whatWaitsAtTheStopIsWrittenFirst() throws InterruptedException {
    List<KeptActivity> kept = new ArrayList<>();
    stopWithOneWaiting(kept::addAll);
    assertEquals("the last", kept.get(0).detail());
    assertEquals(0, lost());
  }

  @Test
  void aStopWithoutADatabaseCountsWhatIsLost() throws InterruptedException {
    stopWithOneWaiting(
        batch -> {
          throw new DatabaseUnavailable("away", null);
        });
    assertEquals(1, lost());
  }
}
