package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a frame gets its session on the MLflow origin, and what is none. */
@QuarkusTest
class FrameSessionTest {
  private static final String GET_RUN = "/mlflow/echo/ajax-api/2.0/mlflow/runs/get?run_id=1";

  @Inject EchoUpstream echo;
  @Inject FrameVisitor visitor;

  private String cookie;

  @BeforeEach
  void enter() {
    echo.reset();
    cookie = visitor.cookie("echo");
  }

  private Response get(String target, String... more) throws IOException {
    return MlflowOrigin.get(
        target, Stream.concat(Stream.of(cookie), Stream.of(more)).toArray(String[]::new));
  }

  private Response post(String target, String body, String... headers) throws IOException {
    return MlflowOrigin.write(
        "POST",
        target,
        body,
        Stream.concat(Stream.of(cookie), Stream.of(headers)).toArray(String[]::new));
  }

  @Test
  void withoutASessionNothingIsSent() throws IOException {
    cookie = "X-Nothing: 1";
    assertEquals(401, get(GET_RUN).status());
    assertEquals(
        "http://portico.localhost:8081/app/mlflow/echo",
        get("/mlflow/echo/", "Sec-Fetch-Dest: document").header("Location").orElseThrow());
    Response page = get("/mlflow/echo/", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe");
    assertEquals(401, page.status());
    assertTrue(page.text().contains("Your session has ended"));
    assertEquals(List.of(), echo.received());
  }

  @Test
  void aServersNameStaysOneSegmentWhereItLeads() throws IOException {
    assertEquals(
        "/mlflow/a%3Fb%23%40/", get("/mlflow/a%3Fb%23%40").header("Location").orElseThrow());
    assertEquals(
        "http://portico.localhost:8081/app/mlflow/%E5%98%8Ab%3F",
        get("/mlflow/%E5%98%8Ab%3F/", "Sec-Fetch-Dest: document").header("Location").orElseThrow());
  }

  @Test
  void aSessionOfAnotherServerATicketOrTwoCookiesAreNoSession() throws IOException {
    String own = cookie;
    cookie = visitor.cookie("gone").replace("portico-frame-gone", "portico-frame-echo");
    assertEquals(401, get(GET_RUN).status());
    cookie = "Cookie: portico-frame-echo=" + visitor.ticket("echo");
    assertEquals(401, get(GET_RUN).status());
    cookie = own + "; portico-frame-echo=x";
    assertEquals(401, get(GET_RUN).status());
    assertEquals(List.of(), echo.received());
  }

  @Test
  void aSessionIsFoundAmongOtherCookies() throws IOException {
    String own = cookie.substring("Cookie: ".length());
    cookie = "Cookie: ;a=1;;  " + own + " \t;portico-frame-echoes=2; b";
    assertEquals(200, get(GET_RUN).status());
    cookie = "Cookie: x" + own + "; portico-frame-echo";
    assertEquals(401, get(GET_RUN).status());
    cookie = "Cookie: " + own;
    assertEquals(401, get(GET_RUN, "Cookie: " + own).status());
  }

  @Test
  void aTicketOpensTheFrameOnce() throws IOException {
    String enter = "/mlflow/echo/_portico/enter?ticket=" + visitor.ticket("echo");
    Response first = get(enter);
    assertEquals(303, first.status());
    assertEquals("/mlflow/echo/", first.header("Location").orElseThrow());
    String set = first.header("Set-Cookie").orElseThrow();
    assertTrue(
        set.startsWith("portico-frame-echo=")
            && set.contains("HTTPOnly")
            && set.contains("SameSite=Lax")
            && set.contains("Path=/;")
            && !set.contains("Domain"),
        set);
    assertEquals(401, get(enter).status());
    assertEquals(401, get("/mlflow/gone/_portico/enter?ticket=" + visitor.ticket("echo")).status());
    assertEquals(401, get("/mlflow/echo/_portico/enter?ticket=forged").status());
    assertEquals(401, get("/mlflow/echo/_portico/enter").status());
  }

  @ParameterizedTest
  @CsvSource({"cross-site, iframe", "none, document", "same-site, document", "same-origin, script"})
  void aTicketOpensNothingButThePortalsFrame(String site, String destination) throws IOException {
    Response planted =
        get(
            "/mlflow/echo/_portico/enter?ticket=" + visitor.ticket("echo"),
            "Sec-Fetch-Site: " + site,
            "Sec-Fetch-Dest: " + destination);
    assertEquals(403, planted.status());
    assertFalse(planted.header("Set-Cookie").isPresent());
  }

  @Test
  void aSessionIsRenewedByTheFrameItselfOnly() throws IOException {
    String path = "/mlflow/echo/_portico/session";
    assertEquals(403, post(path, visitor.ticket("echo"), "Origin: https://evil.example").status());
    Response renewed = post(path, visitor.ticket("echo"), MlflowOrigin.ORIGIN);
    assertEquals(204, renewed.status());
    assertTrue(renewed.header("Set-Cookie").isPresent());
    assertEquals(413, post(path, "x".repeat(5_000), MlflowOrigin.ORIGIN).status());
    assertEquals(401, post(path, "", MlflowOrigin.ORIGIN).status());
  }
}
