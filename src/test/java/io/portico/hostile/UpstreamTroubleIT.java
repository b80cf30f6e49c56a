package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.hostile.HostileUpstream.Answer;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tracking server that breaks off, lies about lengths, or has too much to do. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamTroubleIT {
  private static final String RUN = "/ajax-api/2.0/mlflow/runs/get?run_id=1";
  private static final String ARTIFACT = "/get-artifact?path=a.bin&run_uuid=1";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String HALF = "x".repeat(50_000);
  private static final String EVIL = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\nhostile-answer!";
  private static final int CLIENTS = 200;
  private static final double MOST_ATTEMPTS = 1.2;

  private final Tally tally = Tally.of("upstream in trouble", "answers", "told wrongly");
  private HostilePortal portal;
  private String lead;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    lead =
        "Authorization: Bearer "
            + started.token("lead", List.of("models", "closed", "throttled"), "manager");
  }

  private Response get(String server, String target) throws IOException {
    tally.count(1);
    return HostilePortal.send(
        "GET /api/mlflow/" + server + target + " HTTP/1.1", "Host: " + HostilePortal.HOST, lead);
  }

  private Response post(String server) throws IOException {
    tally.count(1);
    return HostilePortal.send(
        "POST /api/mlflow/" + server + "/api/2.0/mlflow/runs/create HTTP/1.1",
        "Host: " + HostilePortal.HOST,
        lead,
        "Content-Type: application/json",
        "Content-Length: 0");
  }

  /** Answers that end before their end. */
  static Stream<String> brokenOff() {
    return Stream.of(
        HEAD + "Content-Length: 100000\r\n\r\n" + HALF,
        HEAD + "Content-Length: 1\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\nc350\r\n" + HALF,
        HEAD + "Transfer-Encoding: chunked\r\n\r\nc350\r\n" + HALF + "\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\nc350\r\n" + HALF + "\r\n0\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\nffff\r\n" + HALF,
        HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + HALF + "\r\n0\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + HALF + "\r\n0\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n" + HALF + "\r\n0\r\n\r\n",
        HEAD + "Content-Length: 100000\r\n",
        HEAD,
        "HTTP/1.1 200",
        "HTTP/1.1 abc OK\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "\0\0\0\0",
        "");
  }

  @ParameterizedTest
  @MethodSource("brokenOff")
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void whatBreaksOffNeverLooksWhole(String bytes) throws IOException {
    portal.upstream().answerWith(Answer.lastBytes(bytes));
    for (String target : List.of(RUN, ARTIFACT)) {
      boolean told = isToldAsBroken(target);
      if (!told) {
        tally.failed(bytes.substring(0, Math.min(100, bytes.length())));
      }
      assertTrue(told, target);
    }
  }

  private boolean isToldAsBroken(String target) {
    try {
      Response response = get("models", target);
      return response.status() == 502 || !response.complete();
    } catch (IOException cutBeforeTheStatus) {
      return true;
    }
  }

  /** Answers of two readings, or with a second one behind them that nobody asked for. */
  static Stream<String> twofold() {
    return Stream.of(
        HEAD + "Content-Length: 2\r\n\r\n{}" + EVIL,
        HEAD + "Content-Length: 2\r\nContent-Length: 50\r\n\r\n{}" + EVIL,
        HEAD + "Content-Length: 50\r\nContent-Length: 2\r\n\r\n{}" + EVIL,
        HEAD + "Content-Length: 2, 50\r\n\r\n{}" + EVIL,
        HEAD
            + "Content-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            + EVIL,
        HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + EVIL,
        HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nContent-Length: 3\r\n\r\n" + EVIL,
        "HTTP/1.1 204 No Content\r\nContent-Length: 57\r\n\r\n" + EVIL,
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 57\r\n\r\n" + EVIL,
        "HTTP/1.1 100 Continue\r\n\r\n" + HEAD + "Content-Length: 2\r\n\r\n{}" + EVIL,
        HEAD + "Content-Length: 0\r\n\r\n" + EVIL + EVIL + EVIL);
  }

  @ParameterizedTest
  @MethodSource("twofold")
  @Holds(Promise.ONE_READING_OF_A_MESSAGE)
  void nobodyGetsTheAnswerBehindAnAnswer(String bytes) throws IOException {
    for (int i = 0; i < 3; i++) {
      portal.upstream().answerWith(Answer.bytes(bytes));
      Response first = get("models", RUN);
      assertFalse(first.text().contains("hostile-answer!"), first::text);
      portal.upstream().behave();
      Response next = get("models", RUN);
      assertFalse(next.text().contains("hostile-answer!"), next::text);
      assertEquals(200, next.status(), next::text);
      assertTrue(next.text().contains(HostileUpstream.KEPT), next::text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"429 Slow Down", "503 Busy"})
  @Holds(Promise.RETRIES_ARE_FEW)
  void aReadIsRepeatedOnceAtMostAndAWriteNever(String status) throws IOException {
    portal.upstream().behave();
    for (int i = 0; i < 60; i++) {
      get("models", RUN);
    }
    portal.upstream().answerWith(Answer.json(status, "{}", "Retry-After: 7"));
    Response read = get("models", RUN);
    assertEquals(2, portal.upstream().received().size());
    assertEquals(status.substring(0, 3), Integer.toString(read.status()));
    assertEquals("7", read.header("Retry-After").orElseThrow());
    portal.upstream().received().clear();
    Response written = post("models");
    assertEquals(1, portal.upstream().received().size());
    assertEquals("7", written.header("Retry-After").orElseThrow());
  }

  @Test
  @Holds(Promise.RETRIES_ARE_FEW)
  void aWriteWhoseAnswerIsLostIsNotRepeated() throws IOException {
    portal.upstream().behave();
    for (int i = 0; i < 60; i++) {
      get("models", RUN);
    }
    for (String bytes : List.of("", "HTTP/1.1 200", HEAD)) {
      portal.upstream().answerWith(Answer.lastBytes(bytes));
      assertEquals(502, post("models").status());
      assertEquals(1, portal.upstream().received().size());
      portal.upstream().received().clear();
      assertEquals(502, get("models", RUN).status());
      assertTrue(portal.upstream().received().size() <= 2, portal.upstream().received()::toString);
    }
  }

  /** A server that was busy ever since: nothing was saved up for retries. */
  @Test
  @Holds(Promise.RETRIES_ARE_FEW)
  void aThrottledServerSeesFewMoreRequestsThanClientsSend() throws IOException {
    portal.upstream().answerWith(Answer.json("429 Slow Down", "{}"));
    for (int i = 0; i < CLIENTS; i++) {
      assertEquals(429, get("throttled", RUN).status());
    }
    int attempts = portal.upstream().received().size();
    System.out.printf("%d GETs of a throttled server: %d attempts%n", CLIENTS, attempts);
    assertTrue(attempts > CLIENTS, "it is repeated at times");
    assertTrue(attempts <= CLIENTS * MOST_ATTEMPTS, () -> attempts + " attempts");
  }
}
