package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.identity.Caller;
import io.portico.mlflow.ServerAccess;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * MLflow's API for those in the portal who read it in a caller's name: by the same table, limits,
 * bulkheads, retries and signature as what comes in by the lanes.
 */
@Singleton
public class MlflowApi {
  /** Longer than all that can be waited for on the way. */
  private static final long PATIENCE_SECONDS = 90;

  private final Vertx vertx;
  private final Passage passage;
  private final Limits limits;
  private final Bulkheads bulkheads;
  private final Upstream upstream;
  private final Telemetry telemetry;

  MlflowApi(
      Vertx vertx,
      Passage passage,
      Limits limits,
      Bulkheads bulkheads,
      Upstream upstream,
      Telemetry telemetry) {
    this.vertx = vertx;
    this.passage = passage;
    this.limits = limits;
    this.bulkheads = bulkheads;
    this.upstream = upstream;
    this.telemetry = telemetry;
  }

  /** The API of a server that the caller has a level on. */
  public MlflowReader readerFor(Caller caller, ServerAccess access) {
    return new MlflowReader(this, Actor.of(caller), access);
  }

  Vertx vertx() {
    return vertx;
  }

  /**
   * Sends a request that only reads. Blocks.
   *
   * @throws MlflowFailure if there is no good answer
   */
  <T> T read(UpstreamRequest request, Body body, Answer<T> answer) {
    Promise<T> done = Promise.promise();
    vertx.getOrCreateContext().runOnContext(go -> send(request, body, answer).onComplete(done));
    try {
      return done.future()
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException failed) {
      throw failure(failed.getCause());
    }
  }

  /** What is made of a good answer; its body is paused. */
  interface Answer<T> extends Function<HttpClientResponse, Future<T>> {}

  private <T> Future<T> send(UpstreamRequest request, Body body, Answer<T> answer) {
    String method = request.method().name();
    if (passage.endpoint(method, request.target()).access() != Access.READ) {
      // A defect of ours: viewers may read, and nothing here is for more.
      return Future.failedFuture(Refusal.notServed());
    }
    if (!limits.take(request.actor()).stream().allMatch(Allowance::granted)) {
      return Future.failedFuture(Refusal.tooManyRequests(1));
    }
    return telemetry.timed(
        "portal",
        request.server(),
        () ->
            bulkheads.within(
                request.server(),
                request.actor().subject(),
                () ->
                    upstream
                        .send(request, body, Asker.PATIENT)
                        .compose(response -> answered(response, answer))));
  }

  private <T> Future<T> answered(HttpClientResponse response, Answer<T> answer) {
    if (response.statusCode() == 200) {
      return answer.apply(response);
    }
    return BoundedBody.of(response, UpstreamError.MAX_BYTES, vertx)
        .compose(
            body ->
                Future.failedFuture(
                    UpstreamError.asMlflow(body)
                        .map(json -> said(response.statusCode(), json))
                        .orElseGet(() -> UpstreamError.inPlaceOf(response, body))));
  }

  private static Refusal said(int status, JsonObject error) {
    String message = error.getString("message");
    return new Refusal(
        Math.max(status, 400),
        error.getString("error_code"),
        message == null ? "MLflow gave no reason." : "MLflow says: " + message);
  }

  private static MlflowFailure failure(Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return MlflowFailure.of(refusal);
    }
    return MlflowFailure.of(
        cause instanceof TimeoutException ? Refusal.silent(cause) : Refusal.badAnswer(cause));
  }
}
