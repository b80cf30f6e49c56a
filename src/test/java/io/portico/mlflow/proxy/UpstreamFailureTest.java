package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.BrowserUrl;
import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.OpenRedirects;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and clients see of an upstream in trouble. */
@QuarkusTest
class UpstreamFailureTest {
  private static final String MLFLOW = "http://mlflow.portico.localhost:8081";
  private static final String RUN = "/ajax-api/2.0/mlflow/runs/get?run_id=1";

  @Inject EchoUpstream echo;
  @Inject FrameVisitor visitor;

  @BeforeEach
  void reset() {
    echo.reset();
  }

  private Response get(String server, String path, String... more) throws IOException {
    return MlflowOrigin.get(
        "/mlflow/" + server + path,
        Stream.concat(Stream.of(visitor.cookie(server)), Stream.of(more)).toArray(String[]::new));
  }

  private Response post(String path) throws IOException {
    return MlflowOrigin.write(
        "POST", "/mlflow/echo" + path, "", visitor.cookie("echo"), MlflowOrigin.ORIGIN);
  }

  private static String code(Response response) {
    return new JsonObject(response.text()).getString("error_code");
  }

  @Test
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void nobodyAnswers() throws IOException {
    Response response = get("gone", RUN);
    assertEquals(502, response.status());
    assertEquals("TEMPORARILY_UNAVAILABLE", code(response));
    assertTrue(response.text().matches(".* Reference: [2-9A-Z]{8}\\..*"), response.text());
  }

  @Test
  void nobodyAnswersAPerson() throws IOException {
    Response response =
        get("gone", "/", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe", "Accept: text/html");
    assertEquals(502, response.status());
    assertEquals("text/html;charset=UTF-8", response.header("Content-Type").orElseThrow());
    assertTrue(response.text().contains("Try again"));
    assertTrue(response.text().contains("Reference: <code>"));
  }

  @Test
  @Holds({Promise.TIMES_ARE_BOUNDED, Promise.RETRIES_ARE_FEW})
  void theUpstreamStaysSilent() throws IOException {
    echo.answerWith(request -> {});
    Response response = get("echo", RUN);
    assertEquals(504, response.status());
    assertEquals(1, echo.received().size(), "a silent upstream is not asked again");
  }

  @Test
  void theUpstreamHangsUpBeforeItAnswers() throws IOException {
    echo.answerWith(request -> request.connection().close());
    assertEquals(502, get("echo", RUN).status());
  }

  @Test
  @Holds(Promise.RETRIES_ARE_FEW)
  void aGetIsRepeatedOnceAndAPostNever() throws IOException {
    // Retries are earned: one by five requests.
    for (int i = 0; i < 6; i++) {
      get("echo", RUN);
    }
    AtomicInteger calls = new AtomicInteger();
    echo.answerWith(
        request ->
            request.response().setStatusCode(calls.incrementAndGet() == 1 ? 503 : 200).end("{}"));
    assertEquals(200, get("echo", RUN).status());
    assertEquals(2, calls.get());
    calls.set(0);
    assertEquals(503, post("/ajax-api/2.0/mlflow/runs/update").status());
    assertEquals(1, calls.get());
  }

  @Test
  @Holds(Promise.TIMES_ARE_BOUNDED)
  void aTransferThatBreaksOffNeverLooksComplete() throws IOException {
    echo.answerWith(
        request -> {
          request.response().putHeader("Content-Length", "1000000");
          breakAfter(request, 50_000);
        });
    Response counted = get("echo", "/get-artifact?path=x&run_uuid=1");
    assertEquals(200, counted.status());
    assertFalse(counted.complete());

    echo.answerWith(
        request -> {
          request.response().setChunked(true);
          breakAfter(request, 50_000);
        });
    Response chunked = get("echo", "/get-artifact?path=x&run_uuid=1");
    assertFalse(chunked.complete());
  }

  private static void breakAfter(HttpServerRequest request, int bytes) {
    request
        .response()
        .write(Buffer.buffer(new byte[bytes]))
        .onComplete(written -> request.connection().close());
  }

  @Test
  void anInterimAnswerIsNotTakenForAFinalOne() throws IOException {
    echo.answerWith(request -> request.response().setStatusCode(102).end());
    assertEquals(502, get("echo", RUN).status());
  }

  @Test
  void anAnswerBeforeTheBodyIsReadCounts() throws IOException {
    String refusal = "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"Too long\"}";
    echo.interruptWith(
        request -> {
          request.pause();
          request.response().setStatusCode(400).end(refusal);
        });
    byte[] body = new byte[20 * 1024 * 1024];
    try (RawHttp connection = new RawHttp(MlflowOrigin.PORT)) {
      connection.write(
          "PUT /mlflow/echo/api/2.0/mlflow-artifacts/artifacts/1/x HTTP/1.1\r\n"
              + String.join("\r\n", MlflowOrigin.HOST, visitor.cookie("echo"))
              + "\r\nOrigin: http://mlflow.portico.localhost:8081\r\nContent-Length: "
              + body.length
              + "\r\n\r\n");
      connection.write(body);
      Response response = connection.read();
      assertEquals(refusal, response.text());
      assertEquals(400, response.status());
    }
  }

  @Test
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void aFileOfTheUiIsNotRedirected() throws IOException {
    echo.answerWith(
        request ->
            request.response().setStatusCode(302).putHeader("Location", "/get-artifact").end());
    assertEquals(502, get("echo", "/static-files/main.js").status());
    assertEquals(502, get("echo", "/get-artifact?path=x&run_uuid=1").status());
  }

  @Test
  @Holds(Promise.ERRORS_NAME_NO_ACCOUNT)
  void mlflowsOwnErrorsGoOnAsTheyAre() throws IOException {
    String body = "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"No run 1\"}";
    echo.answerWith(request -> request.response().setStatusCode(404).end(body));
    Response response = get("echo", RUN);
    assertEquals(404, response.status());
    assertEquals(body, response.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "403 | {\"message\":\"User: arn:aws:sts::123456789012:assumed-role/r/s is not authorized\"} | 502",
        "403 | Invalid Host header | 502",
        "400 | <html>123456789012</html> | 400",
        "404 | arn:aws:sagemaker:eu-west-1:123456789012:x | 404",
        "500 | <html>Traceback 123456789012</html> | 502",
        "429 | {\"__type\":\"ThrottlingException\",\"message\":\"123456789012\"} | 429"
      })
  @Holds(Promise.ERRORS_NAME_NO_ACCOUNT)
  void whatOthersWroteIsNotPassedOn(int status, String body, int answered) throws IOException {
    echo.answerWith(
        request ->
            request
                .response()
                .setStatusCode(status)
                .putHeader("Retry-After", "7")
                .putHeader("x-amzn-RequestId", "123456789012")
                .end(body));
    Response response = get("echo", RUN);
    assertEquals(answered, response.status());
    assertFalse(response.text().contains("123456789012"), response.text());
    assertFalse(response.headers().toString().contains("123456789012"));
    assertEquals("7", response.header("Retry-After").orElseThrow());
    assertTrue(code(response).matches("[A-Z_]+"));
  }

  @ParameterizedTest
  @CsvSource({
    "/version, 302, /mlflow/echo/version",
    "http://127.0.0.1:8094/version, 302, /mlflow/echo/version",
    "https://evil.example/, 502, ''",
    "//evil.example/, 502, ''"
  })
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void aRedirectStaysOnTheServer(String location, int status, String ours) throws IOException {
    echo.answerWith(
        request -> request.response().setStatusCode(302).putHeader("Location", location).end());
    Response response = get("echo", RUN);
    assertEquals(status, response.status());
    assertEquals(ours, response.header("Location").orElse(""));
    assertEquals(1, echo.received().size(), "a redirect is not followed");
  }

  /** UpstreamLocationFuzzTest tries the rule on all. */
  @Test
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void noOpenRedirectOfUpstreamLeadsOut() throws IOException {
    URI page = URI.create(MLFLOW + "/mlflow/echo" + RUN);
    for (String to : OpenRedirects.some().stream().filter(to -> to.matches("[!-~]+")).toList()) {
      echo.answerWith(
          request -> request.response().setStatusCode(302).putHeader("Location", to).end());
      Response response = get("echo", RUN);
      Optional<BrowserUrl> read =
          response.header("Location").flatMap(ours -> BrowserUrl.read(ours, page));
      assertEquals(read.isPresent() ? 302 : 502, response.status(), to);
      assertEquals(MLFLOW, read.map(BrowserUrl::origin).orElse(MLFLOW), to);
      assertTrue(
          read.map(BrowserUrl::path).orElse("/mlflow/echo/").startsWith("/mlflow/echo/"), to);
    }
  }

  @Test
  void aStreamIsPassedOnWhileItComes() throws IOException {
    HttpServerRequest[] held = new HttpServerRequest[1];
    echo.answerWith(
        request -> {
          held[0] = request;
          request.response().setChunked(true).write("first");
        });
    try (RawHttp connection = new RawHttp(MlflowOrigin.PORT)) {
      connection.write(
          "GET /mlflow/echo/get-artifact?path=x&run_uuid=1 HTTP/1.1\r\n"
              + MlflowOrigin.HOST
              + "\r\n"
              + visitor.cookie("echo")
              + "\r\n\r\n");
      StringBuilder seen = new StringBuilder();
      while (!seen.toString().contains("first")) {
        seen.append((char) connection.stream().read());
      }
      held[0].response().end("last");
      while (!seen.toString().contains("last")) {
        seen.append((char) connection.stream().read());
      }
    }
  }
}
