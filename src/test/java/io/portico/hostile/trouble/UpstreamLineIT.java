package io.portico.hostile.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people and programs are told when the line to a tracking server is in trouble. */
@Tag("hostile")
class UpstreamLineIT {
  private static final int MIB = 1024 * 1024;
  private static final int TIMES = 20;

  private static TroubledPortal portal;
  private static FaultProxy line;
  private static Frame frame;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    portal =
        new TroubledPortal(
            "-Dportico.mlflow.proxy.first-byte-timeout=2S",
            "-Dportico.mlflow.proxy.idle-timeout=3S");
    line = portal.line();
    frame = portal.frame("scientist", TroubledPortal.TROUBLED);
    token =
        portal
            .demo()
            .accessToken(
                portal.demo().session("scientist"), TroubledPortal.TROUBLED, "contributor");
  }

  @AfterEach
  void recover() throws IOException {
    line.recover();
    assertEquals(200, frame.get(Frame.SEARCH).status());
  }

  @AfterAll
  static void stop() {
    portal.close();
  }

  private static RawHttp.Response program(String path) throws IOException {
    return RawHttp.send(
        portal.demo().port(),
        "GET /api/mlflow/" + TroubledPortal.TROUBLED + path + " HTTP/1.1",
        "Host: portico.localhost:" + portal.demo().port(),
        "Authorization: Bearer " + token);
  }

  private static List<Asking> allWays() {
    return List.of(
        () -> frame.get(Frame.SEARCH),
        () -> frame.post(Frame.LOG_METRIC, "{}"),
        () -> program("/api/2.0/mlflow/experiments/search?max_results=5"));
  }

  /** The times of all answers in milliseconds, sorted; all have that status and are MLflow's. */
  private static long[] times(int status, int times) throws IOException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      for (Asking way : allWays()) {
        long begin = System.nanoTime();
        RawHttp.Response answer = way.ask();
        millis.add((System.nanoTime() - begin) / 1_000_000);
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.text().contains("\"TEMPORARILY_UNAVAILABLE\""), answer.text());
      }
    }
    return millis.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static String range(long[] times) {
    return "median %d ms, longest %d ms"
        .formatted(times[times.length / 2], times[times.length - 1]);
  }

  @Test
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void aRefusedConnectionIsToldWithinASecond() throws IOException {
    line.refuse();
    long[] times = times(502, TIMES);
    Reliability.note(
        "A tracking server that refuses connections",
        "%d requests, all 502; %s".formatted(times.length, range(times)));
    assertTrue(times[times.length / 2] < 1_000, () -> range(times));
  }

  @Test
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void silenceIsToldWhenTheTimeForTheFirstByteIsOver() throws IOException {
    line.be(Fault.silence());
    long[] times = times(504, 2);
    Reliability.note(
        "A tracking server that says nothing, with two seconds for the first byte",
        "%d requests, all 504; %s".formatted(times.length, range(times)));
    assertTrue(times[0] >= 2_000, () -> "not awaited: " + range(times));
    assertTrue(times[times.length - 1] < 20_000, () -> range(times));
  }

  @Test
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void latenessIsNoError() throws IOException {
    line.be(Fault.delay(Duration.ofMillis(300)));
    for (Asking way : allWays()) {
      assertEquals(200, way.ask().status());
    }
  }

  /** How many bytes the tracking server sends for a whole answer. */
  private static long wholeAnswer(String path) throws Exception {
    // What earlier faults held back would be counted.
    line.refuse();
    line.recover();
    RawHttp.Response whole = frame.get(path);
    assertEquals(
        FileServer.sha256(MIB),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body())));
    return line.carried(Direction.DOWN);
  }

  private static void assertBroken(String path, long bytes, long head, Fault then)
      throws IOException {
    line.be(Fault.after(Direction.DOWN, bytes, then));
    RawHttp.Response broken = frame.get(path);
    if (bytes <= head) {
      assertEquals(502, broken.status(), () -> path + " after " + bytes);
    } else {
      assertEquals(200, broken.status(), () -> path + " after " + bytes);
      assertFalse(broken.complete(), () -> path + " looks complete after " + bytes);
    }
  }

  @Test
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void noAnswerThatBreaksOffLooksComplete() throws Exception {
    int tried = 0;
    for (String path : List.of(Frame.file(MIB), Frame.chunkedFile(MIB))) {
      long whole = wholeAnswer(path);
      long head = path.contains("sized") ? whole - MIB : 300;
      long[] points = {1, 15, whole - MIB, 64 * 1024, whole / 2, whole - 7, whole - 1};
      for (Fault then : List.of(Fault.RESET, Fault.HALF_CLOSE)) {
        for (long point : points) {
          // The head of a chunked answer ends where only its sender knows.
          if (point < 20 || point > head || path.contains("sized")) {
            assertBroken(path, point, head, then);
            tried++;
          }
        }
      }
      assertBroken(path, whole / 2, head, Fault.silence());
      tried++;
    }
    Reliability.note(
        "A tracking server that breaks off, anywhere from its first byte to the last but one",
        "%d answers, none looked complete".formatted(tried));
  }

  @Test
  @Holds({Promise.TIMES_ARE_BOUNDED, Promise.RETRIES_ARE_FEW})
  void anUploadThatBreaksOffIsToldAndNotSentAgain() throws IOException {
    int before = portal.files().received();
    for (long point : new long[] {1, 500, MIB / 2}) {
      line.be(Fault.after(Direction.UP, point, Fault.RESET));
      try (RawHttp upload = frame.upload(MIB, MIB)) {
        assertEquals(502, upload.read().status(), "after " + point);
      }
      assertTrue(line.carried(Direction.UP) <= point, "sent once: " + line.carried(Direction.UP));
    }
    assertEquals(before, portal.files().received());
    line.recover();
    try (RawHttp upload = frame.upload(MIB, MIB)) {
      assertEquals(200, upload.read().status());
    }
  }
}
