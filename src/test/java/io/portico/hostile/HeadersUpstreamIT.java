package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients write into headers and signed queries, and what of it a tracking server sees. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersUpstreamIT {
  private static final String VALUE = "hostile-value-77";
  private static final String RUN = "/ajax-api/2.0/mlflow/runs/get?run_id=1";

  private static final List<String> FORBIDDEN =
      List.of(
          "Cookie",
          "Cookie2",
          "Authorization",
          "Proxy-Authorization",
          "Origin",
          "Referer",
          "Via",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-Forwarded-User",
          "X-Forwarded-Groups",
          "X-Real-IP",
          "X-Client-IP",
          "True-Client-IP",
          "CF-Connecting-IP",
          "Remote-User",
          "X-Remote-User",
          "X-Original-URL",
          "X-Original-Host",
          "X-Rewrite-URL",
          "X-Host",
          "X-Amz-Date",
          "X-Amz-Security-Token",
          "X-Amz-Content-Sha256",
          "X-Amz-Target",
          "X-Amz-Meta-x",
          "X-Amz-Signature",
          "X-Amz-Source-Arn",
          "X-Amzn-Trace-Id",
          "X-Mlflow-SM-Tracking-Server-ARN",
          "X-SM-Mlflow-App-ARN",
          "X-HTTP-Method",
          "X-HTTP-Method-Override",
          "X-Method-Override",
          "Connection",
          "Keep-Alive",
          "Proxy-Connection",
          "Proxy-Authenticate",
          "TE",
          "Trailer",
          "Upgrade",
          "HTTP2-Settings",
          "Expect",
          "Max-Forwards",
          "Sec-WebSocket-Key",
          "Sec-Fetch-Site",
          "X-CSRF-Token",
          "Mlflow-Request-Header-Authorization",
          "Access-Control-Request-Method",
          "Host",
          "Traceparent",
          "Tracestate",
          "Baggage",
          "Early-Data",
          "Priority",
          "X-Request-Id",
          "Proxy",
          "Date",
          "Pragma",
          "Cache-Control",
          "Accept-Charset",
          "DNT",
          "Prefer");

  /** Lines for a name and a value. */
  private static final List<String> LINES =
      List.of(
          "%s: %s",
          "%1$s: %2$s\r\n%1$s: %2$s",
          "%1$s: %2$s\r\nConnection: %1$s",
          "%s:%s",
          "%s:\t%s\t",
          "%s: %s   ",
          "%s : %s",
          "%s\t: %s",
          " %s: %s",
          "\t%s: %s",
          "X-Fold: a\r\n %s: %s",
          "%1$s: a\r\n %2$s",
          "Connection: keep-alive, %1$s\r\n%1$s: %2$s",
          "X-A: b\n%s: %s",
          "X-A: b\r%s: %s",
          "X-A: b\0\r\n%s: %s",
          "\0%s: %s",
          "%s\0: %s",
          "%s: %s\u00e9",
          "\u00a0%s: %s",
          "%s\u00a0: %s",
          "%s;x: %s",
          "%s[]: %s",
          "\"%s\": %s",
          "%s: \u0001%s",
          ":%s: %s",
          "Accept: %2$s\r\nConnection: %1$s, Accept");

  private final Tally tally = Tally.of("headers upstream", "requests", "forbidden headers passed");
  private HostilePortal portal;
  private String token;
  private String frame;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    token = started.token("scientist", HostilePortal.MODELS, "viewer");
    frame = started.frame("scientist", HostilePortal.MODELS);
  }

  private Answered rest(String target, String lines) throws IOException {
    tally.count(1);
    return Answered.to(
        "GET /api/mlflow/models%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
            .formatted(target, HostilePortal.HOST, token, lines));
  }

  private Answered framed(String target, String lines) throws IOException {
    tally.count(1);
    return Answered.to(
        "GET /mlflow/models%s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n%s\r\n\r\n"
            .formatted(target, HostilePortal.MLFLOW, frame, lines));
  }

  static Stream<String> forbidden() {
    return FORBIDDEN.stream();
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  @Holds({Promise.NO_HEADER_IN_ANOTHERS_NAME, Promise.HOP_BY_HOP_HEADERS_END_HERE})
  void noneGoesUpInAnySpelling(String name) throws IOException {
    for (String line : LINES) {
      check(line.formatted(name, VALUE));
    }
    for (String spelled :
        List.of(
            name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), name.replace('-', '_'))) {
      for (String line : LINES.subList(0, 3)) {
        check(line.formatted(spelled, VALUE));
      }
    }
    tally.assertNothingWrong();
  }

  private void check(String line) throws IOException {
    check(line, rest(RUN, line));
    check(line, framed(RUN, line));
  }

  private void check(String line, Answered answered) {
    boolean refused = answered.status() == Answered.CUT || answered.status() >= 400;
    List<Received> sent = List.copyOf(portal.upstream().received());
    portal.upstream().received().clear();
    boolean clean =
        sent.stream()
            .allMatch(
                request ->
                    !request.head().contains(VALUE)
                        && UpstreamRequests.faults(request).findAny().isEmpty());
    if (!clean || sent.size() != (refused ? 0 : 1)) {
      tally.failed(line + " gave " + answered.status() + " and " + sent);
    }
  }

  @Test
  @Holds(Promise.ONLY_LISTED_HEADERS_GO_UP)
  void whatIsListedGoesUpAndNothingElse() throws IOException {
    String listed =
        """
        Accept: application/json\r
        Content-Encoding: identity\r
        Content-Type: application/json\r
        If-Modified-Since: Mon, 23 Nov 2026 00:00:00 GMT\r
        If-None-Match: "1"\r
        If-Range: "1"\r
        Range: bytes=0-9\r
        User-Agent: mlflow-python-client/3.1\r
        X-MLFLOW-WORKSPACE: team\r
        X-Anything-Else: 1\r
        Accept-Language: de""";
    TreeSet<String> expected =
        new TreeSet<>(
            Set.of(
                "accept",
                "accept-encoding",
                "authorization",
                "content-encoding",
                "content-type",
                "host",
                "if-modified-since",
                "if-none-match",
                "if-range",
                "range",
                "user-agent",
                "x-amz-content-sha256",
                "x-amz-date",
                "x-mlflow-sm-tracking-server-arn",
                "x-mlflow-workspace"));
    assertEquals(200, rest(RUN, listed).status());
    Received received = portal.upstream().only();
    assertEquals(expected, received.names());
    assertEquals(List.of("\"1\""), received.values("if-none-match"));
    assertEquals(List.of("team"), received.values("x-mlflow-workspace"));
    assertEquals(List.of("identity"), received.values("accept-encoding"));
    assertEquals(
        List.of(HostilePortal.arn("models")), received.values("x-mlflow-sm-tracking-server-arn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "X-Amz-Credential=x",
        "X-Amz-Date=20261128T000000Z",
        "X-Amz-Expires=604800",
        "X-Amz-SignedHeaders=host",
        "X-Amz-Signature=00",
        "X-Amz-Security-Token=x",
        "X-Amz-Content-Sha256=UNSIGNED-PAYLOAD",
        "x-amz-signature=0",
        "X-AMZ-SIGNATURE=0",
        "%58-Amz-Signature=0",
        "X%2DAmz%2DSignature=0",
        "%78%2d%61%6d%7a%2dsignature=0",
        "X-Amz-Signature",
        "X-Amz-=1",
        "a=1&X-Amz-Date=0",
        "X-Amz-Date=0&a=1",
        "&&X-Amz-Date=0",
        "X-Amz-Meta-Anything=1"
      })
  @Holds(Promise.NO_SIGNED_QUERIES)
  void noSignedQueryGoesUp(String query) throws IOException {
    for (Answered answered :
        List.of(rest(RUN + "&" + query, "X-A: b"), framed(RUN + "&" + query, "X-A: b"))) {
      assertEquals(400, answered.status(), answered::text);
    }
    assertEquals(List.of(), portal.upstream().received());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
        "Connection: Upgrade\r\nUpgrade: h2c",
        "Connection: Upgrade\r\nUpgrade: TLS/1.0, HTTP/1.1"
      })
  @Holds(Promise.HOP_BY_HOP_HEADERS_END_HERE)
  void noProtocolIsSwitched(String lines) throws IOException {
    for (Answered answered : List.of(rest(RUN, lines), framed(RUN, lines))) {
      assertFalse(answered.statuses().contains(101), answered::text);
    }
    portal
        .upstream()
        .received()
        .forEach(request -> assertEquals(List.of(), request.values("upgrade")));
  }
}
