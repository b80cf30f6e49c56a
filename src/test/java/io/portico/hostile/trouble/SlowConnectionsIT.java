package io.portico.hostile.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.packaged.PackagedDemo;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attackers who hold thousands of connections by being slow, beside somebody who is not. */
@Tag("hostile")
class SlowConnectionsIT {
  /** Names of people's browsers mean nothing to slowhttptest's resolver. */
  private static final String ORIGIN = "127.0.0.1:" + PackagedDemo.PORT;

  private static final int UPLOADS = 2_000;
  private static final int PACE = 20;
  private static final Duration WHILE = Duration.ofSeconds(10);

  private static TroubledPortal portal;

  @BeforeAll
  static void start() throws Exception {
    portal = new TroubledPortal("-Dportico.mlflow.origin=http://" + ORIGIN);
    healthy();
    Reliability.note("Somebody who is quick, alone", healthy().text());
  }

  @AfterAll
  static void stop() {
    portal.close();
  }

  private static Frame frame(String person) {
    String cookie = portal.frame(person, TroubledPortal.SOUND).cookie();
    return new Frame(PackagedDemo.PORT, ORIGIN, TroubledPortal.SOUND, cookie);
  }

  private static Answers healthy() throws InterruptedException {
    Frame frame = frame("healthy");
    return Pulse.during(WHILE, PACE, () -> frame.get(Frame.SEARCH));
  }

  private static void assertUnharmed(String beside, int connections, Answers answers) {
    Reliability.note(
        "Somebody who is quick, beside " + beside,
        "%s; %,d connections at once".formatted(answers.text(), connections));
    assertEquals(0, answers.failed(), answers::text);
    assertTrue(answers.median().toSeconds() < 1, answers::text);
  }

  /** Returns how many connections the attackers had at once. */
  private static int attack(String name, int connections, String... words) throws Exception {
    try (SlowHttpAttack attack = SlowHttpAttack.start(connections, List.of(words))) {
      TimeUnit.SECONDS.sleep(6);
      Answers answers = healthy();
      int held = attack.connected();
      assertUnharmed(name, held, answers);
      return held;
    }
  }

  @Test
  @Holds(Promise.SLOW_CLIENTS_HARM_NOBODY)
  void slowHeaders() throws Exception {
    int held = attack("slow headers", 4_000, "-H", "-u", "http://" + ORIGIN + "/app");
    assertTrue(held > 3_000, () -> "An attack of only " + held);
  }

  /** Without a session they are refused at their heads. */
  @Test
  @Holds(Promise.SLOW_CLIENTS_HARM_NOBODY)
  void slowBodiesOfStrangers() throws Exception {
    String url = "http://" + ORIGIN + "/mlflow/sound" + Frame.LOG_METRIC;
    int held = attack("slow bodies of strangers", 4_000, "-B", "-s", "1000000", "-u", url);
    assertTrue(held > 500, () -> "An attack of only " + held);
  }

  @Test
  @Holds(Promise.SLOW_CLIENTS_HARM_NOBODY)
  void slowReaders() throws Exception {
    Frame slow = frame("slow");
    String cookie = slow.cookie().substring("Cookie: ".length());
    String url = "http://" + ORIGIN + "/mlflow/" + slow.server() + Frame.file(1 << 30);
    int held =
        attack(
            "slow readers",
            2_000,
            "-X",
            "-w",
            "512",
            "-y",
            "1024",
            "-n",
            "2",
            "-z",
            "16",
            "-j",
            cookie,
            "-u",
            url);
    assertTrue(held > 1_500, () -> "An attack of only " + held);
  }

  @Test
  @Holds(Promise.SLOW_CLIENTS_HARM_NOBODY)
  void slowBodies() throws Exception {
    List<RawHttp> uploads = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      uploads.add(frame("slow-" + i % 10).upload(1 << 20, 1));
    }
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> drops =
        thread.scheduleWithFixedDelay(
            () -> uploads.forEach(SlowConnectionsIT::drop), 0, 1, TimeUnit.SECONDS);
    Answers answers = healthy();
    assertFalse(drops.isDone(), "all are still taken");
    thread.shutdownNow();
    for (RawHttp upload : uploads) {
      upload.abort();
    }
    assertUnharmed("slow bodies", UPLOADS, answers);
  }

  private static void drop(RawHttp upload) {
    try {
      upload.write(new byte[1]);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
