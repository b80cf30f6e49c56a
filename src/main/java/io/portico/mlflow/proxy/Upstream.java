package io.portico.mlflow.proxy;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.portico.aws.Credentials;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends requests to the tracking servers, signed; a second time where that may help and do no harm.
 */
@Singleton
public class Upstream {
  private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String CLIENT_GONE = "The client has gone";
  private static final long CREDENTIALS_TIMEOUT_MS = 10_000;
  private static final long LATE_ANSWER_MS = 500;
  private static final int SHORTEST_PAUSE_MS = 50;
  private static final int LONGEST_PAUSE_MS = 300;

  private final Vertx vertx;
  private final ProxyConfig config;
  private final Signer signer;
  private final UpstreamClients clients;
  private final Map<String, RetryBudget> budgets = new ConcurrentHashMap<>();

  Upstream(Vertx vertx, ProxyConfig config, Signer signer, UpstreamClients clients) {
    this.vertx = vertx;
    this.config = config;
    this.signer = signer;
    this.clients = clients;
  }

  /** The response's head, its body paused; fails with {@link Refusal}. */
  Future<HttpClientResponse> send(UpstreamRequest request, Body body, Asker asker) {
    RetryBudget budget =
        budgets.computeIfAbsent(request.server().id(), server -> new RetryBudget());
    budget.earn();
    return credentials(request)
        .map(credentials -> new Sending(request, body, credentials, asker))
        .compose(
            sending ->
                attempt(sending)
                    .compose(
                        response ->
                            isBusy(response) && sending.reads() && budget.spend()
                                ? discard(response).compose(x -> again(sending))
                                : Future.succeededFuture(response),
                        cause ->
                            mayRepeat(sending, cause) && budget.spend()
                                ? again(sending)
                                : Future.failedFuture(cause)));
  }

  private record Sending(UpstreamRequest request, Body body, Credentials credentials, Asker asker) {
    boolean reads() {
      return REPEATABLE.contains(request.method()) && body.length() == 0;
    }
  }

  private Future<Credentials> credentials(UpstreamRequest request) {
    return Future.fromCompletionStage(
            signer.credentialsFor(request.access(), request.actor().subject()),
            vertx.getOrCreateContext())
        .timeout(CREDENTIALS_TIMEOUT_MS, MILLISECONDS)
        .recover(cause -> Future.failedFuture(Refusal.noCredentials(cause)));
  }

  private static boolean isBusy(HttpClientResponse response) {
    return response.statusCode() == 429 || response.statusCode() == 503;
  }

  /** What was never sent may be sent, whatever it is (RFC 9110, 9.2.2). */
  private static boolean mayRepeat(Sending sending, Throwable cause) {
    return cause instanceof Refusal refusal
        && refusal.status() == 502
        && (sending.reads() || refusal.cause().filter(Unsent.class::isInstance).isPresent());
  }

  /** There was no connection to send it on. */
  private static final class Unsent extends IOException {
    private static final long serialVersionUID = 1L;

    Unsent(Throwable cause) {
      super("No connection", cause);
    }
  }

  private Future<Void> discard(HttpClientResponse response) {
    Leftover.discard(response, vertx.getOrCreateContext());
    return Future.succeededFuture();
  }

  private Future<HttpClientResponse> again(Sending sending) {
    Promise<Void> pause = Promise.promise();
    int millis = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
    vertx.setTimer(millis, timer -> pause.complete());
    return pause.future().compose(go -> attempt(sending));
  }

  private Future<HttpClientResponse> attempt(Sending sending) {
    UpstreamRequest asked = sending.request();
    URI endpoint = asked.server().endpoint();
    RequestOptions options =
        new RequestOptions()
            .setMethod(asked.method())
            .setSsl(endpoint.getScheme().equals("https"))
            .setHost(endpoint.getHost())
            .setPort(port(endpoint))
            .setFollowRedirects(false)
            .setConnectTimeout(config.connectTimeout().toMillis())
            .setURI(asked.target().uri());
    return clients
        .of(asked.server())
        .request(options)
        .recover(Upstream::unsent)
        .compose(request -> exchangeOn(request, sending))
        .recover(Upstream::refused);
  }

  /** A pool that is full, or a server that is silent, is not helped by being asked again. */
  private static Future<HttpClientRequest> unsent(Throwable cause) {
    return Future.failedFuture(cause instanceof TimeoutException ? cause : new Unsent(cause));
  }

  private Future<HttpClientResponse> exchangeOn(HttpClientRequest request, Sending sending) {
    // Without a handler Vert.x logs each failure, also our own resets; ours are logged once, later.
    if (sending.asker().hasLeft()) {
      request.exceptionHandler(ours -> {}).reset();
      return Future.failedFuture(new HttpClosedException(CLIENT_GONE));
    }
    Body body = sending.body();
    signer
        .headers(sending.request(), body, sending.credentials())
        .forEach(header -> request.putHeader(header.getKey(), header.getValue()));
    if (body.length() > 0 || !REPEATABLE.contains(sending.request().method())) {
      request.putHeader("Content-Length", Long.toString(body.length()));
    }
    Promise<HttpClientResponse> first = Promise.promise();
    request.response().map(HttpClientResponse::pause).onComplete(first::handle);
    request.exceptionHandler(first::tryFail);
    sending.asker().onLeaving(() -> first.tryFail(new HttpClosedException(CLIENT_GONE)));
    body.sendTo(request)
        .onSuccess(
            sent -> failAfter(config.firstByteTimeout().toMillis(), first, TimeoutException::new))
        // An upstream may answer and hang up before it has read the body: its answer counts.
        .onFailure(broken -> failAfter(LATE_ANSWER_MS, first, () -> broken));
    return first.future().onFailure(failed -> request.reset());
  }

  private void failAfter(
      long millis, Promise<HttpClientResponse> response, Supplier<Throwable> cause) {
    long timer = vertx.setTimer(millis, late -> response.tryFail(cause.get()));
    response.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private static Future<HttpClientResponse> refused(Throwable cause) {
    if (cause instanceof HttpClosedException gone && gone.getMessage().equals(CLIENT_GONE)) {
      return Future.failedFuture(gone);
    }
    return Future.failedFuture(
        cause instanceof TimeoutException ? Refusal.silent(cause) : Refusal.unreachable(cause));
  }

  private static int port(URI endpoint) {
    if (endpoint.getPort() >= 0) {
      return endpoint.getPort();
    }
    return endpoint.getScheme().equals("https") ? 443 : 80;
  }
}
