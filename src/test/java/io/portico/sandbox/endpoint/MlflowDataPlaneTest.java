package io.portico.sandbox.endpoint;

import static io.portico.sandbox.endpoint.EndpointFixture.LONG_TERM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.sandbox.endpoint.RecordingUpstream.Received;
import io.portico.sandbox.sigv4.Sha256;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed requests reach the MLflow that the header names, and nothing else does. */
@Timeout(60)
class MlflowDataPlaneTest {

  private EndpointFixture fixture;

  @BeforeEach
  void start() {
    fixture = new EndpointFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "churn, arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-CHURN0EXAMPLE",
    "forecasting, arn:aws:sagemaker:eu-west-1:123456789012:mlflow-tracking-server/forecasting"
  })
  void theHeaderChoosesTheServer(String name, String arn) throws Exception {
    HttpResponse<String> response = fixture.call(LONG_TERM, "GET", "/version", arn, "");

    assertEquals(201, response.statusCode());
    assertEquals(name + " answers", response.body());
    assertEquals(name, response.headers().firstValue("X-Upstream").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/2.0/mlflow/runs/search?max_results=5&order=a%20b",
        "/get-artifact?path=models%2Fmodel%2B1%20~.bin&run_uuid=%C3%A4",
        "/a%2Fb/%E6%97%A5%E6%9C%AC/c%20d?empty",
      })
  void pathAndQueryArriveUnchanged(String target) throws Exception {
    fixture.call(LONG_TERM, "GET", target, SandboxAccount.CHURN, "");

    assertEquals(target, arrived().target());
  }

  @Test
  void nothingMeantForAwsArrives() throws Exception {
    fixture.call(LONG_TERM, "POST", "/api", SandboxAccount.CHURN, "{}");

    Received received = arrived();
    for (String name : received.headers().names()) {
      assertFalse(name.toLowerCase().matches("x-amz-.*|authorization|.*-arn"), name);
    }
    assertEquals(fixture.churn.uri().getAuthority(), received.headers().get("host"));
    assertEquals("2", received.headers().get("content-length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  void anEmptyBodyIsAnnouncedToo(String method) throws Exception {
    fixture.call(LONG_TERM, method, "/", SandboxAccount.CHURN, "");

    assertEquals("0", arrived().headers().get("content-length"));
  }

  @ParameterizedTest
  @ValueSource(ints = {BodySpooler.MEMORY_LIMIT, BodySpooler.MEMORY_LIMIT + 1, 5_000_000})
  void bodiesArriveWholeAndLeaveNoFile(int length) throws Exception {
    byte[] body = new byte[length];
    new Random(length).nextBytes(body);

    fixture.send(fixture.sign(LONG_TERM, "PUT", "/", SandboxAccount.CHURN, body));

    assertEquals(HexFormat.of().formatHex(Sha256.digest().digest(body)), arrived().sha256());
    assertNoFileIsLeft();
  }

  @Test
  void anAbandonedUploadLeavesNoFile() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", fixture.endpoint.uri().getPort())) {
      String head =
          "PUT / HTTP/1.1\r\nHost: %s\r\n%s: %s\r\nContent-Length: 9000000\r\n\r\n"
              .formatted(
                  fixture.endpoint.uri().getAuthority(), MlflowDataPlane.APP, SandboxAccount.CHURN);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[4_000_000]);
      awaitFiles(1);
    }
    assertNoFileIsLeft();
  }

  @Test
  void aBodyOtherThanTheSignedOneIsRefused() throws Exception {
    HttpResponse<String> response =
        fixture.send(
            fixture
                .sign(LONG_TERM, "POST", "/", SandboxAccount.CHURN, "signed".getBytes())
                .POST(BodyPublishers.ofString("sent!!")));

    assertRefused(response, 403, "InvalidSignatureException");
  }

  @Test
  void theKindsHaveSigningNamesOfTheirOwn() throws Exception {
    Map<String, String> app = Map.of(MlflowDataPlane.APP, SandboxAccount.CHURN);
    Map<String, String> server =
        Map.of(MlflowDataPlane.TRACKING_SERVER, SandboxAccount.FORECASTING);

    assertRefused(signed("sagemaker-mlflow", app), 403, "InvalidSignatureException");
    assertRefused(signed("sagemaker", server), 403, "InvalidSignatureException");
  }

  @Test
  void anArnUnderTheOtherKindsHeaderIsRefused() throws Exception {
    assertRefused(
        signed("sagemaker", Map.of(MlflowDataPlane.APP, SandboxAccount.FORECASTING)),
        403,
        "AccessDeniedException");
    assertRefused(
        signed("sagemaker-mlflow", Map.of(MlflowDataPlane.TRACKING_SERVER, SandboxAccount.CHURN)),
        403,
        "AccessDeniedException");
  }

  @Test
  void bothKindsAtOnceAreRefused() throws Exception {
    assertRefused(
        signed(
            "sagemaker-mlflow",
            Map.of(
                MlflowDataPlane.APP,
                SandboxAccount.CHURN,
                MlflowDataPlane.TRACKING_SERVER,
                SandboxAccount.FORECASTING)),
        403,
        "AccessDeniedException");
  }

  @Test
  void withoutAnArnThereIsNoSuchApi() throws Exception {
    assertRefused(signed("sagemaker", Map.of()), 404, "UnknownOperationException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Cookie", "Origin", "Referer", "Forwarded", "X-Forwarded-For", "x-forwarded-Host"})
  void whatABrowserSentIsRefused(String name) throws Exception {
    HttpResponse<String> response =
        fixture.send(
            fixture
                .sign(LONG_TERM, "GET", "/", SandboxAccount.CHURN, new byte[0])
                .header(name, "x"));

    assertRefused(response, 400, "BadRequestException");
    assertTrue(response.body().contains(name.toLowerCase()), response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: portico.localhost:8080",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1.example.org",
        "Host: %s\r\nHost: %s",
        "X-No: Host"
      })
  void anotherHostIsRefused(String host) {
    String authority = fixture.endpoint.uri().getAuthority();

    String answer =
        fixture.raw(
            "GET / HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                .formatted(host.formatted(authority, authority)));

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/", "/\u00e4", "/#a", "/?X-Amz-Signature=1"})
  void anotherTargetIsRefused(String target) {
    String answer =
        fixture.raw(
            "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(target, fixture.endpoint.uri().getAuthority()));

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void chunkedBodiesAreRefused() {
    String answer =
        fixture.raw(
            ("POST / HTTP/1.1\r\nHost: %s\r\n%s: %s\r\nTransfer-Encoding: chunked\r\n"
                    + "Connection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                .formatted(
                    fixture.endpoint.uri().getAuthority(),
                    MlflowDataPlane.APP,
                    SandboxAccount.CHURN));

    assertTrue(answer.startsWith("HTTP/1.1 411 "), answer);
  }

  @Test
  void aStoppedServerDoesNotServe() throws Exception {
    fixture.account.trackingServers().get(0).stop(fixture.clock.instant());

    HttpResponse<String> response =
        fixture.call(LONG_TERM, "GET", "/", SandboxAccount.FORECASTING, "");

    assertEquals(503, response.statusCode());
    assertEquals(
        "ServiceUnavailableException",
        response.headers().firstValue("x-amzn-ErrorType").orElseThrow());
    assertTrue(fixture.forecasting.received.isEmpty());
  }

  @Test
  void redirectsAreHandedBack() throws Exception {
    HttpResponse<String> response =
        fixture.call(LONG_TERM, "GET", "/redirect", SandboxAccount.CHURN, "");

    assertEquals(302, response.statusCode());
    assertEquals("/elsewhere", response.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void hopByHopHeadersStayBehind() throws Exception {
    HttpResponse<String> response =
        fixture.call(LONG_TERM, "GET", "/hop", SandboxAccount.CHURN, "");

    assertEquals("hopped", response.body());
    assertTrue(response.headers().firstValue("X-Hop").isEmpty());
  }

  @Test
  void anAnswerCutShortIsCutShortHereToo() {
    assertThrows(
        IOException.class,
        () -> fixture.call(LONG_TERM, "GET", "/aborted", SandboxAccount.CHURN, ""));
  }

  @Test
  void anMlflowThatIsGoneIsABadGateway() throws Exception {
    fixture.churn.close();

    HttpResponse<String> response = fixture.call(LONG_TERM, "GET", "/", SandboxAccount.CHURN, "");

    assertEquals(502, response.statusCode());
  }

  @Test
  void anUpstreamMayHaveAPathOfItsOwn() throws Exception {
    fixture.call(LONG_TERM, "GET", "/version?a=1", SandboxAccount.FORECASTING, "");

    assertEquals(
        "/prefix/version?a=1", fixture.forecasting.received.poll(5, TimeUnit.SECONDS).target());
  }

  @Test
  void aPortInUseIsAnError() {
    int taken = fixture.endpoint.uri().getPort();

    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> SignedEndpoint.start(fixture.vertx, taken, fixture.account));

    assertTrue(error.getMessage().contains("127.0.0.1:" + taken));
  }

  private HttpResponse<String> signed(String service, Map<String, String> headers)
      throws Exception {
    return fixture.send(fixture.sign(LONG_TERM, service, "GET", "/version", headers, new byte[0]));
  }

  private void assertRefused(HttpResponse<String> response, int status, String code) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(code, response.headers().firstValue("x-amzn-ErrorType").orElseThrow());
    assertTrue(fixture.churn.received.isEmpty());
    assertTrue(fixture.forecasting.received.isEmpty());
    Journal.Entry entry = fixture.endpoint.journal().entries().get(0);
    assertTrue(entry.outcome().startsWith(code), entry.outcome());
  }

  private Received arrived() throws InterruptedException {
    return fixture.churn.received.poll(5, TimeUnit.SECONDS);
  }

  private void assertNoFileIsLeft() throws InterruptedException {
    awaitFiles(0);
  }

  private void awaitFiles(int expected) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (spooled() != expected && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertEquals(expected, spooled());
  }

  private int spooled() {
    return fixture.endpoint.spool().path().toFile().list().length;
  }
}
