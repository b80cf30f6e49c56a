package io.portico.mlflow.proxy;

import io.portico.portal.Portal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * One exchange from end to end: the body received, the request sent, the answer passed on under the
 * rules of its content.
 */
@Singleton
public class ReverseProxy {
  private static final int MAX_SHELL_BYTES = 1024 * 1024;

  private final Vertx vertx;
  private final BodySpool spool;
  private final Upstream upstream;
  private final Portal portal;

  ReverseProxy(Vertx vertx, BodySpool spool, Upstream upstream, Portal portal) {
    this.vertx = vertx;
    this.portal = portal;
    this.spool = spool;
    this.upstream = upstream;
  }

  /** Fails with {@link Refusal} as long as nothing was answered. */
  Future<Void> forward(Exchange exchange) {
    return spool
        .receive(exchange.request())
        .compose(
            body ->
                checkGraphQl(exchange, body)
                    .compose(checked -> send(exchange, body))
                    .compose(response -> answer(exchange, response))
                    .onComplete(done -> body.release()));
  }

  private Future<HttpClientResponse> send(Exchange exchange, Body body) {
    return upstream.send(exchange.upstreamRequest(), body, Asker.of(exchange.request().response()));
  }

  private static Future<Void> checkGraphQl(Exchange exchange, Body body) {
    if (exchange.endpoint().access() != Access.GRAPHQL) {
      return Future.succeededFuture();
    }
    boolean reads =
        body instanceof Body.InMemory small && GraphQlAccess.of(small.bytes()) == Access.READ;
    return reads ? Future.succeededFuture() : Future.failedFuture(Refusal.notServed());
  }

  private Future<Void> answer(Exchange exchange, HttpClientResponse response) {
    if (response.statusCode() < 200) {
      // Interim answers beyond 100 and 103 look like final ones here, and would be taken for them.
      response.exceptionHandler(reset -> {}).request().reset();
      return Future.failedFuture(
          Refusal.badAnswer(
              new IllegalStateException("Upstream answered " + response.statusCode())));
    }
    if (response.statusCode() >= 400) {
      return error(exchange, response);
    }
    HttpServerResponse client = exchange.request().response();
    client.setStatusCode(response.statusCode());
    Content content = exchange.endpoint().content();
    ResponseHeaders.copy(response.headers(), content, client.headers());
    if (content == Content.STATIC) {
      client.putHeader(
          "Cache-Control",
          ResponseHeaders.cacheControl(exchange.target().path(), response.statusCode()));
    }
    exchange.lane().protect(client.headers(), exchange.server().id(), content);
    String location = response.getHeader("Location");
    if (location != null) {
      return redirect(exchange, response, location);
    }
    return content == Content.SHELL
        ? shell(exchange, response, client)
        : stream(exchange, response, client);
  }

  /** Streams with back-pressure; a transfer that breaks upstream breaks for the client too. */
  private Future<Void> stream(
      Exchange exchange, HttpClientResponse response, HttpServerResponse client) {
    MultiMap headers = client.headers();
    if (ResponseHeaders.compressible(headers, response.statusCode())) {
      headers.add("Vary", "Accept-Encoding");
    } else {
      keepUncompressed(headers);
    }
    if (!headers.contains("Content-Length")
        && exchange.request().method() != HttpMethod.HEAD
        && response.statusCode() != 304
        && response.statusCode() != 204) {
      client.setChunked(true);
    }
    Promise<Void> streamed = Promise.promise();
    client.closeHandler(gone -> streamed.tryFail("The client has gone"));
    response.pipe().endOnFailure(false).to(client).onComplete(streamed::handle);
    return streamed
        .future()
        .recover(
            broken -> {
              Leftover.discard(response, vertx.getOrCreateContext());
              if (!client.headWritten()) {
                return Future.failedFuture(Refusal.unreachable(broken));
              }
              // The write that failed may not have ended yet, and a reset writes, too.
              vertx.getOrCreateContext().runOnContext(then -> client.reset());
              return Future.succeededFuture();
            });
  }

  /** The server compresses what names no encoding. */
  private static void keepUncompressed(MultiMap headers) {
    if (!headers.contains("Content-Encoding")) {
      headers.set("Content-Encoding", "identity");
    }
  }

  private Future<Void> shell(
      Exchange exchange, HttpClientResponse response, HttpServerResponse client) {
    return BoundedBody.of(response, MAX_SHELL_BYTES, vertx)
        .recover(cause -> Future.failedFuture(Refusal.badAnswer(cause)))
        .compose(
            page -> {
              client.headers().remove("Content-Length").remove("ETag").remove("Last-Modified");
              return exchange.request().method() == HttpMethod.GET
                  ? client.end(ShellScript.addTo(page.toString(), portal.origin()))
                  : client.end();
            });
  }

  private Future<Void> redirect(Exchange exchange, HttpClientResponse response, String location) {
    Leftover.discard(response, vertx.getOrCreateContext());
    URI asked = exchange.server().endpoint().resolve(exchange.target().uri());
    Content content = exchange.endpoint().content();
    // Where a script or an artifact is loaded from, a policy's path no longer holds after a
    // redirect.
    boolean allowed =
        exchange.lane().isForBrowsers() && (content == Content.SHELL || content == Content.API);
    return UpstreamLocation.onOurSide(location, asked, exchange.prefix())
        .filter(ours -> allowed)
        .map(ours -> end(exchange.request().response().putHeader("Location", ours)))
        .orElseGet(
            () ->
                Future.failedFuture(
                    Refusal.badAnswer(
                        new IllegalStateException("Upstream redirects to another place"))));
  }

  private static Future<Void> end(HttpServerResponse client) {
    client.headers().remove("Content-Length");
    return client.end();
  }

  private Future<Void> error(Exchange exchange, HttpClientResponse response) {
    return BoundedBody.of(response, UpstreamError.MAX_BYTES, vertx)
        .otherwise(tooLarge -> Buffer.buffer())
        .compose(body -> error(exchange, response, body));
  }

  private Future<Void> error(Exchange exchange, HttpClientResponse response, Buffer body) {
    HttpServerResponse client = exchange.request().response();
    String retryAfter = response.getHeader("Retry-After");
    if (retryAfter != null) {
      client.putHeader("Retry-After", retryAfter);
    }
    return UpstreamError.asMlflow(body)
        .map(
            json -> {
              exchange.lane().protect(client.headers(), exchange.server().id(), Content.API);
              return client
                  .setStatusCode(response.statusCode())
                  .putHeader("Content-Type", "application/json")
                  .putHeader("Cache-Control", "no-store")
                  .end(body);
            })
        .orElseGet(() -> Future.failedFuture(UpstreamError.inPlaceOf(response, body)));
  }
}
