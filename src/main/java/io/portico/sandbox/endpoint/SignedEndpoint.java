package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.HeaderFields;
import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SignatureVerifier;
import io.portico.sandbox.sigv4.Verification;
import io.portico.sandbox.sigv4.Verification.Accepted;
import io.portico.sandbox.sigv4.Verification.Refused;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** The one loopback port on which the sandbox speaks AWS's protocols. */
public final class SignedEndpoint implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SignedEndpoint.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HEADER_BYTES = 32 * 1024;
  private static final int REQUEST_LINE_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final SandboxAccount account;
  private final Journal journal = new Journal();
  private final TemporaryDirectory spool = TemporaryDirectory.create("portico-sandbox-spool-");
  private final SignatureVerifier verifier;
  private final UpstreamExchange upstream;
  private final List<AwsApi> apis;
  private final HttpServer server;

  private SignedEndpoint(Vertx vertx, int port, SandboxAccount account) {
    this.vertx = vertx;
    this.account = account;
    this.verifier =
        new SignatureVerifier(SandboxAccount.REGION, account.accessKeys()::find, account.clock());
    this.upstream = new UpstreamExchange(vertx);
    this.apis =
        List.of(
            new MlflowDataPlane(account, upstream),
            new SageMakerControlPlane(account),
            new ApiGatewayControlPlane(account.apiGateway()),
            new SecurityTokenService(account.accessKeys()));
    this.server = listen(port);
  }

  /**
   * Starts to listen on 127.0.0.1.
   *
   * @param port 0 takes any free one
   * @throws IllegalStateException when the port cannot be had
   */
  public static SignedEndpoint start(Vertx vertx, int port, SandboxAccount account) {
    return new SignedEndpoint(vertx, port, account);
  }

  private HttpServer listen(int port) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(LOOPBACK)
            .setPort(port)
            .setMaxHeaderSize(HEADER_BYTES)
            .setMaxInitialLineLength(REQUEST_LINE_BYTES)
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false);
    try {
      return await(vertx.createHttpServer(options).requestHandler(this::handle).listen());
    } catch (CompletionException e) {
      upstream.close();
      spool.close();
      throw new IllegalStateException("Cannot listen on " + LOOPBACK + ":" + port, e.getCause());
    }
  }

  /** Where to send requests. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
  }

  /** What came in. */
  public Journal journal() {
    return journal;
  }

  /** Where long bodies wait. */
  TemporaryDirectory spool() {
    return spool;
  }

  /** Stops listening; the port is free when this returns. */
  @Override
  public void close() {
    await(server.close());
    await(upstream.close());
    spool.close();
  }

  private void handle(HttpServerRequest request) {
    RequestHead head =
        new RequestHead(
            request.method().name(), request.uri(), new HeaderFields(request.headers().entries()));
    Optional<AwsApi> api = apis.stream().filter(known -> known.recognises(head)).findFirst();
    Optional<AwsError> refusal =
        RequestManners.refusal(head, request.localAddress().port())
            .or(() -> api.isPresent() ? api.get().refusal(head) : Optional.of(unknown()));
    if (refusal.isPresent()) {
      ErrorFormat format = api.map(AwsApi::errors).orElse(ErrorFormat.REST_JSON);
      refuse(request, head, format, refusal.get());
    } else {
      verify(request, head, api.orElseThrow());
    }
  }

  private void verify(HttpServerRequest request, RequestHead head, AwsApi api) {
    BodySpooler.receive(vertx.fileSystem(), spool.path(), request)
        .onFailure(abandoned -> request.connection().close())
        .onSuccess(
            body ->
                Future.succeededFuture(body)
                    .compose(whole -> answer(request, head, api, whole))
                    .eventually(() -> body.close())
                    .onFailure(failure -> fail(request, failure)));
  }

  private Future<Void> answer(
      HttpServerRequest request, RequestHead head, AwsApi api, SpooledBody body) {
    Verification verification = verifier.verify(head, body.sha256(), api.rule(head));
    if (verification instanceof Accepted accepted) {
      journal.accepted(account.clock().instant(), head, accepted.identity());
      return api.answer(new Call(request, head, accepted.identity(), body));
    }
    AwsError error = AwsError.refused((Refused) verification, api.errors());
    return refuse(request, head, api.errors(), error);
  }

  private Future<Void> refuse(
      HttpServerRequest request, RequestHead head, ErrorFormat format, AwsError error) {
    journal.refused(account.clock().instant(), head, error.code(), error.message());
    return format.reply(error).send(request.response());
  }

  private static void fail(HttpServerRequest request, Throwable failure) {
    LOG.error("The sandbox failed to answer", failure);
    if (!request.response().ended()) {
      request.connection().close();
    }
  }

  private static AwsError unknown() {
    return AwsError.unknownOperation(
        404,
        "No API of the sandbox: neither an MLflow ARN header, nor X-Amz-Target: SageMaker.*, nor a"
            + " form for STS, nor a path of API Gateway's.");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
