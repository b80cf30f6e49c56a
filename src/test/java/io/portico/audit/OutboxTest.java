package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portico.database.DatabaseUnavailable;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final FailingStore store = new FailingStore();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Outbox outbox = new Outbox(1_200, store, metrics);

  /** Keeps records, and fails on command. */
  private static final class FailingStore implements Consumer<List<KeptActivity>> {
    private final List<String> kept = new ArrayList<>();
    private boolean away;
    private int callsUntilAway = Integer.MAX_VALUE;

    @Override
    public void accept(List<KeptActivity> batch) {
      if (away || callsUntilAway-- <= 0) {
        throw new DatabaseUnavailable("away", null);
      }
      if (batch.stream().anyMatch(activity -> activity.detail().equals("poison"))) {
        throw new IllegalStateException("refused");
      }
      batch.forEach(activity -> kept.add(activity.detail()));
    }
  }

  private void put(String... details) {
    for (String detail : details) {
      outbox.put(KeptActivity.of(Activities.activity(detail)));
    }
  }

  private void putNumbers(int from, int to) {
    put(IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new));
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).toList();
  }

  private double lost() {
    return metrics.get("portico.audit.lost").counter().count();
  }

  private double waiting() {
    return metrics.get("portico.audit.waiting").gauge().value();
  }

  @Test
  void whatWaitsIsWrittenInItsOrder() {
    putNumbers(0, 1_200);
    assertEquals(1_200, waiting());
    outbox.flush();
    assertEquals(numbers(0, 1_200), store.kept);
    assertEquals(0, waiting());
    assertEquals(0, lost());
  }

  @Test
  @Holds(Promise.OUTAGES_ARE_BORNE)
  void anOutageKeepsWhatWaitsAndWritesItOnceAfterwards() {
    putNumbers(0, 700);
    store.callsUntilAway = 1;
    outbox.flush();
    assertEquals(numbers(0, 500), store.kept);
    assertEquals(200, waiting());
    putNumbers(700, 900);
    outbox.flush();
    store.callsUntilAway = Integer.MAX_VALUE;
    outbox.flush();
    assertEquals(numbers(0, 900), store.kept);
    assertEquals(0, lost());
  }

  @Test
  void anOverflowLosesTheNewestAndCountsThem() {
    store.away = true;
    putNumbers(0, 1_205);
    outbox.flush();
    assertEquals(5, lost());
    assertEquals(1_200, waiting());
    store.away = false;
    outbox.flush();
    put("later");
    outbox.flush();
    List<String> expected = new ArrayList<>(numbers(0, 1_200));
    expected.add("later");
    assertEquals(expected, store.kept);
  }

  @Test
  void aRecordThatIsRefusedTakesNoOtherWithIt() {
    put("before", "poison", "after");
    outbox.flush();
    assertEquals(List.of("before", "after"), store.kept);
    assertEquals(1, lost());
    assertEquals(0, waiting());
  }

  @Test
  void anOutageAmongRefusedOnesCountsEachOnce() {
    put("before", "poison", "after");
    store.callsUntilAway = 3;
    outbox.flush();
    assertEquals(1, waiting());
    store.callsUntilAway = Integer.MAX_VALUE;
    outbox.flush();
    assertEquals(List.of("before", "after"), store.kept);
    assertEquals(1, lost());
  }

  @Test
  void whatIsGivenUpAtTheStopIsCounted() {
    store.away = true;
    putNumbers(0, 3);
    outbox.flush();
    outbox.abandon();
    assertEquals(3, lost());
    put("too late");
    assertEquals(4, lost());
    assertEquals(3, waiting());
  }
}
