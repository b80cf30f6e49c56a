package io.portico.sandbox.endpoint;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A running endpoint with two recorded MLflows behind it, and a client that signs by hand. */
final class EndpointFixture implements AutoCloseable {

  static final AwsBasicCredentials LONG_TERM =
      AwsBasicCredentials.create(SandboxAccount.ACCESS_KEY_ID, SandboxAccount.SECRET_ACCESS_KEY);
  static final Duration TRANSITION = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Set by the client itself. */
  private static final Set<String> RESTRICTED = Set.of("host", "content-length");

  final AdjustableClock clock = new AdjustableClock();
  final Vertx vertx = Vertx.vertx();
  final RecordingUpstream churn = new RecordingUpstream(vertx, "churn");
  final RecordingUpstream forecasting = new RecordingUpstream(vertx, "forecasting");
  final SandboxAccount account;
  final SignedEndpoint endpoint;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  EndpointFixture() {
    this(false);
  }

  EndpointFixture(boolean quotas) {
    Map<String, URI> mlflow =
        Map.of("churn", churn.uri(), "forecasting", forecasting.uri().resolve("/prefix/"));
    account = new SandboxAccount(clock, TRANSITION, mlflow::get, quotas);
    endpoint = SignedEndpoint.start(vertx, 0, account);
  }

  HttpResponse<String> call(
      AwsCredentialsIdentity identity, String method, String target, String arn, String body)
      throws IOException, InterruptedException {
    return send(sign(identity, method, target, arn, body.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder sign(
      AwsCredentialsIdentity identity, String method, String target, String arn, byte[] body) {
    boolean app = arn.contains(":mlflow-app/");
    String header = app ? MlflowDataPlane.APP : MlflowDataPlane.TRACKING_SERVER;
    return sign(
        identity,
        app ? "sagemaker" : "sagemaker-mlflow",
        method,
        target,
        Map.of(header, arn),
        body);
  }

  HttpRequest.Builder sign(
      AwsCredentialsIdentity identity,
      String service,
      String method,
      String target,
      Map<String, String> headers,
      byte[] body) {
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(URI.create(endpoint.uri() + target));
    headers.forEach(unsigned::putHeader);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(identity)
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, SandboxAccount.REGION)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(signed.getUri()).method(method, BodyPublishers.ofByteArray(body));
    signed.forEachHeader(
        (name, values) -> {
          if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request;
  }

  /** Sends bytes as they are and returns all that comes back until the connection ends. */
  String raw(String request) {
    try (Socket socket = new Socket("127.0.0.1", endpoint.uri().getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    endpoint.close();
    churn.close();
    forecasting.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
