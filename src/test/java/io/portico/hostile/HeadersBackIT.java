package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.hostile.HostileUpstream.Answer;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tracking server writes into the heads of its answers, and what of it browsers see. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersBackIT {
  private static final String VALUE = "hostile-back-77";
  private static final String RUN = "/ajax-api/2.0/mlflow/runs/get?run_id=1";
  private static final Pattern LOCATION = Pattern.compile("(?im)^location: *(.*)$");

  private static final List<String> FORBIDDEN =
      List.of(
          "Set-Cookie",
          "Set-Cookie2",
          "Access-Control-Allow-Origin",
          "Access-Control-Allow-Credentials",
          "Access-Control-Allow-Headers",
          "Access-Control-Expose-Headers",
          "Access-Control-Max-Age",
          "Content-Security-Policy",
          "Content-Security-Policy-Report-Only",
          "X-Frame-Options",
          "Strict-Transport-Security",
          "Clear-Site-Data",
          "Service-Worker-Allowed",
          "Link",
          "Refresh",
          "Alt-Svc",
          "SourceMap",
          "X-SourceMap",
          "Server",
          "Content-Location",
          "Public-Key-Pins",
          "Expect-CT",
          "NEL",
          "Report-To",
          "Reporting-Endpoints",
          "Permissions-Policy",
          "Feature-Policy",
          "Referrer-Policy",
          "X-Content-Type-Options",
          "X-XSS-Protection",
          "X-Powered-By",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Embedder-Policy",
          "Cross-Origin-Resource-Policy",
          "Origin-Agent-Cluster",
          "X-DNS-Prefetch-Control",
          "X-Permitted-Cross-Domain-Policies",
          "WWW-Authenticate",
          "Proxy-Authenticate",
          "Authentication-Info",
          "Accept-CH",
          "Critical-CH",
          "Timing-Allow-Origin",
          "Cache-Control",
          "Expires",
          "Pragma",
          "X-Accel-Redirect",
          "X-Sendfile",
          "X-Amzn-RequestId",
          "X-Amz-Meta-x",
          "Keep-Alive",
          "Trailer",
          "Upgrade",
          "Connection",
          "Proxy-Connection",
          "Supports-Loading-Mode",
          "Speculation-Rules",
          "Observe-Browsing-Topics",
          "Attribution-Reporting-Register-Source",
          "Set-Login",
          "Priority",
          "Via",
          "X-Request-Id");

  private static final List<String> LINES =
      List.of(
          "%s: %s",
          "%s:%s",
          "%s: \t%s\t",
          "%1$s: %2$s\r\n%1$s: %2$s",
          "X-Fold: a\r\n %s: %s",
          "%1$s: a\r\n %2$s",
          "%s : %s",
          "X-A: b\n%s: %s",
          "X-A: b\r%s: %s",
          "ETag: \"a\"\r\n%s: %s",
          "%1$s: %2$s\r\nConnection: %1$s");

  /** A path of each content. */
  private static final List<String> PATHS =
      List.of("/", "/static-files/main.0123abcd.js", "/get-artifact?path=a.html&run_uuid=1", RUN);

  private final Tally tally = Tally.of("headers back", "answers", "forbidden headers passed");
  private HostilePortal portal;
  private String bearer;
  private String frame;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    bearer = "Authorization: Bearer " + started.token("scientist", HostilePortal.MODELS, "viewer");
    frame = "Cookie: " + started.frame("scientist", HostilePortal.MODELS);
  }

  private Answered rest(String target) throws IOException {
    tally.count(1);
    return Answered.to(
        "GET /api/mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
            .formatted(target, HostilePortal.HOST, bearer));
  }

  private Answered framed(String target) throws IOException {
    tally.count(1);
    return Answered.to(
        "GET /mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
            .formatted(target, HostilePortal.MLFLOW, frame));
  }

  static Stream<String> forbidden() {
    return FORBIDDEN.stream();
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  @Holds({Promise.ONLY_HARMLESS_HEADERS_COME_BACK, Promise.HOP_BY_HOP_HEADERS_END_HERE})
  void noneComesBackInAnySpelling(String name) throws IOException {
    check(name.toUpperCase(Locale.ROOT), LINES.get(0));
    for (String line : LINES) {
      check(name, line);
    }
    tally.assertNothingWrong();
  }

  private void check(String name, String line) throws IOException {
    String body = "{\"error_code\":\"NOT_FOUND\",\"message\":\"\"}";
    portal.upstream().answerWith(Answer.json("200 OK", body, line.formatted(name, VALUE)));
    for (String path : PATHS) {
      check(name + line + path, framed(path));
    }
    check(name + line, rest(RUN));
    portal.upstream().answerWith(Answer.json("404 Not Found", body, line.formatted(name, VALUE)));
    check(name + line, framed(RUN));
  }

  private void check(String asked, Answered answered) {
    String head = answered.text().split("\r\n\r\n", 2)[0];
    if (head.contains(VALUE) || !List.of(200, 404, 502).contains(answered.status())) {
      tally.failed(asked + " gave " + head);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ETag, \"1\"",
    "Last-Modified, \"Mon, 23 Nov 2026 00:00:00 GMT\"",
    "Content-Language, de",
    "Retry-After, 7",
    "Vary, Accept",
    "Allow, GET",
    "Accept-Ranges, bytes"
  })
  void whatIsHarmlessComesBack(String name, String value) throws IOException {
    portal.upstream().answerWith(Answer.json("200 OK", "{}", name + ": " + value));
    assertTrue(
        framed(RUN)
            .text()
            .toLowerCase(Locale.ROOT)
            .contains(
                "\r\n" + name.toLowerCase(Locale.ROOT) + ": " + value.toLowerCase(Locale.ROOT)));
    assertTrue(rest(RUN).contains(value));
  }

  /** Of our own making; each would lead a browser out of the tracking server, or might. */
  static Stream<String> elsewhere() {
    return Stream.of(
        "http://elsewhere.example/",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example/",
        "////elsewhere.example",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "\\/elsewhere.example/",
        "/\t/elsewhere.example/",
        "/%2F/elsewhere.example/",
        "/%5Celsewhere.example/",
        "/..//elsewhere.example/",
        "/../app",
        "/../../app/tokens",
        "/x/../../app",
        "/%2e%2e/app",
        "/.%2e/app",
        "/%252e%252e/app",
        "/..;/app",
        "/..\\app",
        "..",
        "../..",
        "./../../x",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "blob:x",
        "about:blank",
        "view-source:x",
        "ftp://elsewhere.example/",
        "mailto:a@b.c",
        "http:elsewhere.example",
        "http:/elsewhere.example",
        "http:///elsewhere.example",
        "http:\\\\elsewhere.example",
        "https:elsewhere.example",
        "http://UPSTREAM@elsewhere.example/",
        "http://UPSTREAM.elsewhere.example/",
        "http://UPSTREAM:80@elsewhere.example",
        "http://UPSTREAM\\@elsewhere.example/",
        "http://UPSTREAM#@elsewhere.example/",
        "http://UPSTREAM?@elsewhere.example/../",
        "http://elsewhere.example#UPSTREAM",
        "http://elsewhere.example\\UPSTREAM",
        "https://UPSTREAM/",
        "http://127.0.0.1/",
        "http://127.1:80/",
        "http://[::1]/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://localhost/",
        "http://user:pass@UPSTREAM/",
        "http://UPSTREAM./",
        "HTTP://ELSEWHERE.EXAMPLE",
        "http://elsewhere%2eexample/",
        "http://ｅlsewhere.example/",
        "//elsewhere。example/",
        " //elsewhere.example",
        "\u0001//elsewhere.example",
        "http://169.254.169.254/latest/meta-data/",
        "http://" + HostilePortal.HOST + "/app/sign-out",
        "http://mlflow." + HostilePortal.HOST + "/mlflow/closed/",
        "/x?X-Amz-Signature=00",
        "/%",
        "/%zz",
        "/a%00b",
        "/a%0d%0aSet-Cookie:x",
        "/a;b",
        "/a//b",
        "#/x\u0000");
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void noRedirectLeadsOut(String location) throws IOException {
    String authority = portal.upstream().address().getRawAuthority();
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      portal
          .upstream()
          .answerWith(
              Answer.bytes(
                  "HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n"
                      .formatted(status, location.replace("UPSTREAM", authority))));
      for (Answered answered : List.of(framed("/"), framed(RUN), rest(RUN))) {
        Optional<String> told = location(answered);
        if (answered.status() != 502 && !told.filter(HeadersBackIT::isInside).isPresent()
            || answered.status() == 502 && told.isPresent()) {
          tally.failed(location + " as " + status + " gave " + answered.text());
        }
      }
    }
    tally.assertNothingWrong();
  }

  private static Optional<String> location(Answered answered) {
    Matcher location = LOCATION.matcher(answered.text());
    return location.find() ? Optional.of(location.group(1)) : Optional.empty();
  }

  /** As a browser reads it: below the server, with nothing in it that means another place. */
  private static boolean isInside(String location) {
    String path = location.split("[?#]", 2)[0];
    return path.startsWith("/mlflow/models/")
        && !path.contains("//")
        && path.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
        && Stream.of(path.split("/"))
            .map(segment -> segment.replaceAll("(?i)%2e", "."))
            .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x", "x", "?a=b", "/x?a=%2F", "http://UPSTREAM/x", "//UPSTREAM/x"})
  void aRedirectWithinTheServerIsPassedOnToBrowsers(String location) throws IOException {
    String authority = portal.upstream().address().getRawAuthority();
    portal
        .upstream()
        .answerWith(
            Answer.bytes(
                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n"
                    .formatted(location.replace("UPSTREAM", authority))));
    Answered answered = framed("/");
    assertEquals(302, answered.status());
    assertTrue(isInside(location(answered).orElseThrow()), answered::text);
    assertEquals(502, rest(RUN).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 103 Early Hints\r\nLink: <http://hostile-back-77>; rel=preload\r\n\r\n",
        "HTTP/1.1 100 Continue\r\nSet-Cookie: hostile-back-77=1\r\n\r\n",
        "HTTP/1.1 102 Processing\r\nX: hostile-back-77\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        "HTTP/1.1 199 Odd\r\nX: hostile-back-77\r\n\r\n"
      })
  @Holds(Promise.ONLY_HARMLESS_HEADERS_COME_BACK)
  void nothingOfAnInterimAnswerComesBack(String interim) throws IOException {
    portal
        .upstream()
        .answerWith(Answer.lastBytes(interim + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
    for (Answered answered : List.of(framed("/"), framed(RUN), rest(RUN))) {
      assertFalse(answered.contains(VALUE), answered::text);
      assertEquals(1, answered.statuses().size(), answered::text);
      assertTrue(List.of(200, 502).contains(answered.status()), answered::text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "403|{\"message\":\"User arn:aws:sts::123456789012:assumed-role/x is not authorized\"}",
        "403|{\"Message\":\"no identity-based policy allows sagemaker-mlflow:AccessUI\"}",
        "400|{\"__type\":\"ValidationException\",\"message\":\"arn:aws:sagemaker:eu-west-1:123456789012:x\"}",
        "401|<html>123456789012</html>",
        "404|<AccessDenied>arn:aws:iam::123456789012:role/x</AccessDenied>",
        "405|arn:aws:iam::123456789012:role/x",
        "429|{\"message\":\"Rate exceeded for 123456789012\"}",
        "500|Traceback (most recent call last): 123456789012",
        "502|<html>arn:aws:elasticloadbalancing:eu-west-1:123456789012</html>",
        "503|{\"message\":\"123456789012 is busy\"}",
        "504|123456789012",
        "418|{\"error_code\":7,\"message\":\"123456789012\"}",
        "500|[\"123456789012\"]"
      })
  @Holds(Promise.ERRORS_NAME_NO_ACCOUNT)
  void noErrorNamesAnAccount(String status, String body) throws IOException {
    portal
        .upstream()
        .answerWith(Answer.json(status + " X", body, "x-amzn-errortype: AccessDeniedException"));
    for (Answered answered :
        List.of(framed(RUN), rest(RUN), framed("/"), rest("/get-artifact?path=a&run_uuid=1"))) {
      assertFalse(answered.contains("123456789012"), answered::text);
      assertFalse(answered.contains("arn:"), answered::text);
      assertTrue(answered.contains("\"error_code\":\""), answered::text);
      assertTrue(answered.status() >= 400, answered::text);
    }
  }
}
