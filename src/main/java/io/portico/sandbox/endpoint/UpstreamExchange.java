package io.portico.sandbox.endpoint;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Passes verified calls to the MLflow behind the endpoint, and its answers back as they come. */
final class UpstreamExchange {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int MOST_CONNECTIONS = 2_000;

  /** Shorter than the 5 seconds after which MLflow's default server drops idle connections. */
  private static final int IDLE_SECONDS = 2;

  private final HttpClient client;

  UpstreamExchange(Vertx vertx) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(IDLE_SECONDS));
  }

  /** Always ends well: what goes wrong upstream becomes a 502 or an aborted transfer. */
  Future<Void> pass(Call call, URI upstream) {
    return client
        .request(options(call, upstream))
        .compose(request -> send(call, request))
        .compose(response -> relay(response, call.response()))
        .recover(failure -> fail(call, failure));
  }

  Future<Void> close() {
    return client.close();
  }

  private static RequestOptions options(Call call, URI upstream) {
    boolean tls = "https".equals(upstream.getScheme());
    int port = upstream.getPort() >= 0 ? upstream.getPort() : tls ? 443 : 80;
    MultiMap headers =
        PassedHeaders.upstream(call.request().headers())
            .set(HttpHeaders.CONTENT_LENGTH, Long.toString(call.body().length()));
    return new RequestOptions()
        .setMethod(call.request().method())
        .setSsl(tls)
        .setHost(upstream.getHost())
        .setPort(port)
        .setURI(upstream.getRawPath().replaceFirst("/$", "") + call.head().target())
        .setHeaders(headers);
  }

  /** The answer may come before the body is through, so that neither waits for the other. */
  private static Future<HttpClientResponse> send(Call call, HttpClientRequest request) {
    call.response().closeHandler(closed -> request.reset());
    call.body().sendTo(request).onFailure(failure -> request.reset(0, failure));
    return request.response();
  }

  private static Future<Void> relay(HttpClientResponse upstream, HttpServerResponse response) {
    response.setStatusCode(upstream.statusCode()).setStatusMessage(upstream.statusMessage());
    response.headers().setAll(PassedHeaders.endToEnd(upstream.headers()));
    response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH));
    return upstream.pipe().endOnFailure(false).to(response);
  }

  /** A transfer cut short upstream must not look complete downstream. */
  private static Future<Void> fail(Call call, Throwable failure) {
    if (call.response().headWritten() || call.response().closed()) {
      return call.request().connection().close();
    }
    AwsError error =
        new AwsError(502, "BadGatewayException", "MLflow did not answer: " + failure.getMessage());
    return ErrorFormat.REST_JSON.reply(error).send(call.response());
  }
}
