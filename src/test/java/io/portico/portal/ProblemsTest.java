package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts and programs are told when something fails, on the wire. */
@QuarkusTest
class ProblemsTest {
  private static final String CHALLENGE =
      "Bearer realm=\"portico\", resource_metadata="
          + "\"http://portico.localhost:8081/.well-known/oauth-protected-resource\"";

  private static final String HOST = "Host: portico.localhost:8081";
  private static final String ORIGIN = "Origin: " + Visitor.PORTAL;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @Inject TestIssuer issuer;

  private static Response send(String request, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of(request + " HTTP/1.1"));
    lines.addAll(List.of(headers));
    if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
      lines.add(HOST);
    }
    lines.add("Connection: close");
    return RawHttp.send(8081, lines.toArray(String[]::new));
  }

  /** It is what RFC 9457 says, and its type leads to a page. */
  private static JsonObject assertProblem(Problem problem, Response answer) throws IOException {
    assertEquals("application/problem+json", answer.header("Content-Type").orElse(answer.text()));
    JsonObject told = new JsonObject(answer.text());
    assertEquals(Visitor.PORTAL + problem.path(), told.getString("type"));
    assertEquals(problem.title(), told.getString("title"));
    assertEquals(answer.status(), told.getInteger("status"));
    assertFalse(told.getString("detail").isBlank());
    Response led = send("GET " + told.getString("type").substring(Visitor.PORTAL.length()));
    assertEquals(307, led.status());
    Response page =
        send("GET " + led.header("Location").orElseThrow().substring(Visitor.PORTAL.length()));
    assertEquals(200, page.status());
    assertTrue(page.text().contains(problem.title()), page.text());
    return told;
  }

  private static void assertProblem(Problem problem, String request, String... headers)
      throws IOException {
    Response answer = send(request, headers);
    assertEquals(problem.status(), answer.status(), request);
    assertProblem(problem, answer);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nothing, NOT_FOUND",
    "GET /app/nothing, NOT_FOUND",
    "GET /static/nothing.js, NOT_FOUND",
    "GET /static/, NOT_FOUND",
    "GET /static/bundle/, NOT_FOUND",
    "GET /api, NOT_FOUND",
    "GET /api/nothing, NOT_FOUND",
    "POST /api/nothing, NOT_FOUND",
    "GET /.well-known/nothing, NOT_FOUND",
    "POST /.well-known/nothing, METHOD_NOT_ALLOWED",
    "PUT /llms.txt, METHOD_NOT_ALLOWED",
    "GET /docs/problems/nothing, NOT_FOUND",
    "GET /docs/problems/prod/openapi.json, NOT_FOUND",
    "POST /docs/problems/nothing, METHOD_NOT_ALLOWED",
    "DELETE /docs/problems, METHOD_NOT_ALLOWED",
    "GET /mcp, METHOD_NOT_ALLOWED",
    "GET /sign-in-failed, SIGN_IN_FAILED"
  })
  void everyAddressHasThemWithATokenAndWithout(String request, Problem problem) throws IOException {
    assertProblem(problem, request);
    assertProblem(problem, request, "Authorization: Bearer " + issuer.token(issuer.claims()));
  }

  @ParameterizedTest
  @CsvSource({
    "POST /app/sign-out, X-None: 1, X-None: 1, FOREIGN_ORIGIN",
    "POST /app/sign-out, Origin: https://evil.example, X-None: 1, FOREIGN_ORIGIN",
    "POST /app/sign-out, Origin: http://portico.localhost:8081, X-None: 1, BAD_REQUEST",
    "POST /app/sign-out, Origin: http://portico.localhost:8081, Content-Length: 99999999, TOO_LARGE",
    "GET /app, Host: evil.example, X-None: 1, MISDIRECTED",
    "GET /app, Host: portico.localhost:8081, Host: evil.example, BAD_REQUEST",
    "GET /app, Sec-Fetch-Mode: cors, X-None: 1, SESSION_ENDED",
    "GET /app, HX-Request: true, Accept: */*, SESSION_ENDED"
  })
  void soHasTheDoor(String request, String header, String other, Problem problem)
      throws IOException {
    List<String> headers = new ArrayList<>(List.of(header, other));
    if (problem == Problem.TOO_LARGE) {
      headers.add(FORM);
    }
    assertProblem(problem, request, headers.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /app/%zz", "GET /docs/%", "POST /nothing?\"}<script>", "GET /<x>"})
  void whatIsNoAddressComesNoFurtherThanTheServer(String request) throws IOException {
    Response answer = send(request);
    assertEquals(400, answer.status());
    assertEquals("", answer.text());
  }

  @Test
  void aFormWithoutItsTokenIsToldSo() throws IOException {
    assertProblem(Problem.STALE_FORM, "POST /app/sign-out", ORIGIN, FORM, "Content-Length: 0");
  }

  @ParameterizedTest
  @CsvSource({
    "lead, GET /app/apis/ordersapi1/publish, FORBIDDEN",
    "lead, GET /app/apis/nothing, NOT_FOUND",
    "editor, GET /app/apis/loyaltyap1/parts/delete?type=NOTHING, INVALID_LOCATION",
    "editor, PUT /app/activity, METHOD_NOT_ALLOWED"
  })
  void soHaveThePagesOfWhoIsSignedIn(String person, String request, Problem problem)
      throws IOException {
    String cookies =
        Visitor.signedInAs(person).cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ", "Cookie: ", ""));
    assertProblem(problem, request, cookies, ORIGIN, FORM);
  }

  @Test
  void whatAnAddressTakesIsSaid() throws IOException {
    Response part =
        send(
            "POST /app/apis/loyaltyap1/import",
            ORIGIN,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 0");
    assertEquals(415, part.status(), part.text());
    assertProblem(Problem.UNSUPPORTED_MEDIA_TYPE, part);
    Response events =
        send("GET /app/apis/loyaltyap1/publications/x/events", "Accept: application/problem+json");
    assertEquals(406, events.status(), events.text());
    assertProblem(Problem.NOT_ACCEPTABLE, events);
    assertEquals("GET, HEAD, OPTIONS", send("POST /docs/x").header("Allow").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-None: 1", "Accept: text/html", "Sec-Fetch-Mode: cors"})
  void whereProgramsReadNobodyIsLedToTheSignInUnasked(String header) throws IOException {
    Response answer = send("GET /docs/nothing/prod", header);
    assertEquals(401, answer.status());
    assertEquals(CHALLENGE, answer.header("WWW-Authenticate").orElseThrow());
    assertFalse(answer.header("Location").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/llms.txt", "/.well-known/api-catalog", "/docs/nothing/prod"})
  void aSessionThatIsNoneIsAChallengeThere(String path) throws IOException {
    Response answer = send("GET " + path, "Cookie: q_session=a.b.c.d.e");
    assertEquals(401, answer.status(), answer.text());
    assertEquals(CHALLENGE, answer.header("WWW-Authenticate").orElseThrow());
    assertProblem(Problem.UNAUTHENTICATED, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
        "text/html | true",
        "TEXT/HTML; charset=utf-8 | true",
        "text/* | true",
        "application/json;q=0.5, text/html;q=0.6 | true",
        "application/json;q=0, */* | true",
        "text/html;q=0 | false",
        "text/html;q=0, */* | false",
        "text/html;q=0.5, application/json | false",
        "text/html;q=0.5, application/problem+json | false",
        "text/html;q=7 | false",
        "text/html;q=0.5;q=0 | true",
        "x-text/html | false",
        "application/x;a=text/html | false",
        "*/* | false",
        "*/*;q=0 | false",
        ";;,,;q=,=;\"\\, | false",
        "../../etc/passwd | false"
      })
  void whoeverLikesPagesMoreGetsOne(String accept, boolean page) throws IOException {
    Response answer = send("GET /nothing", "Accept: " + accept);
    assertEquals(404, answer.status());
    assertEquals(
        page ? "text/html;charset=UTF-8" : "application/problem+json",
        answer.header("Content-Type").orElseThrow());
    assertEquals("Accept", answer.header("Vary").orElseThrow());
  }

  @Test
  void aLongAcceptIsReadAsAnyOther() throws IOException {
    assertProblem(Problem.NOT_FOUND, send("GET /nothing", "Accept: " + ",".repeat(10_000)));
    assertProblem(Problem.NOT_FOUND, send("GET /nothing", "Accept: " + "a,".repeat(6_000) + "b"));
    Response page =
        send("GET /nothing", "Accept: " + "*/*,".repeat(3_000), "Accept: text/html;q=1");
    assertEquals("text/html;charset=UTF-8", page.header("Content-Type").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%22%7D%3Cscript%3Ehostile",
        "GET /app/%3Cscript%3Ehostile?hostile=%22%7D%3Cscript%3E",
        "GET /docs/problems/%22hostile%0d%0aX-Hostile:1",
        "GET /docs/hostile/%3Cscript%3E",
        "GET /app?hostile=%22%7D",
        "POST /app/hostile?%3Cscript%3E",
        "POST /docs/hostile"
      })
  void nothingOfARequestComesBack(String request) throws IOException {
    for (String host : new String[] {HOST, "Host: hostile.example"}) {
      Response answer =
          send(
              request,
              host,
              "Sec-Fetch-Mode: cors",
              "Origin: http://hostile.example",
              "Referer: http://hostile.example/",
              "User-Agent: \"}<script>hostile",
              "X-Request-Id: hostile",
              "Accept: application/json;hostile=\"<script>\"");
      assertTrue(answer.status() >= 400, answer.text());
      new JsonObject(answer.text());
      assertFalse(answer.text().contains("hostile"), answer.text());
      assertTrue(
          answer.headers().stream().noneMatch(header -> header.toString().contains("hostile")),
          () -> answer.headers().toString());
    }
  }
}
