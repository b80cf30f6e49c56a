package io.portico.hostile.trouble;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks again and again at one pace, each time by a new connection, and notes the answers. */
final class Pulse {
  private static final int CONNECTION_BROKE = 0;
  private static final long PATIENCE_SECONDS = 90;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

  private record Answer(int status, long micros) {}

  private Pulse() {}

  /** Begins; several askings take their turns at the same pace. */
  static Pulse of(int perSecond, Asking... askings) {
    Pulse pulse = new Pulse();
    for (Asking asking : askings) {
      pulse.threads.scheduleAtFixedRate(
          () -> pulse.ask(asking), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }
    return pulse;
  }

  /** Asks for so long and no longer. */
  static Answers during(Duration time, int perSecond, Asking... askings)
      throws InterruptedException {
    Pulse pulse = of(perSecond, askings);
    Thread.sleep(time.toMillis());
    return pulse.end();
  }

  private void ask(Asking asking) {
    long begin = System.nanoTime();
    int status;
    try {
      var response = asking.ask();
      status = response.complete() ? response.status() : CONNECTION_BROKE;
    } catch (IOException | RuntimeException broken) {
      // RawHttp throws either for what is no HTTP, and whatever was thrown would end the asking.
      status = CONNECTION_BROKE;
    }
    answers.add(new Answer(status, (System.nanoTime() - begin) / 1_000));
  }

  /** What there was, when the last answer has come. */
  Answers end() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("An answer does not come");
    }
    Map<Integer, Integer> statuses = new TreeMap<>();
    answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
    return new Answers(statuses, answers.stream().mapToLong(Answer::micros).sorted().toArray());
  }
}
