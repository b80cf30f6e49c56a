package io.portico.mlflow.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A request and the headers of an answer as Vert.x hands them over, after one exchange on the
 * loopback: the cost of a header depends on how it was parsed.
 */
record Arrived(HttpServerRequest request, MultiMap answer) {
  /** What Chromium sends for a fetch of MLflow's UI, and what a load balancer adds to it. */
  static final Map<String, String> BROWSER =
      Map.ofEntries(
          Map.entry("Host", "mlflow.portal.example.com"),
          Map.entry("Connection", "keep-alive"),
          Map.entry("sec-ch-ua-platform", "\"Windows\""),
          Map.entry("sec-ch-ua", "\"Chromium\";v=\"142\", \"Not_A Brand\";v=\"99\""),
          Map.entry("sec-ch-ua-mobile", "?0"),
          Map.entry(
              "User-Agent",
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " Chrome/142.0.0.0 Safari/537.36"),
          Map.entry("Accept", "*/*"),
          Map.entry("Sec-Fetch-Site", "same-origin"),
          Map.entry("Sec-Fetch-Mode", "cors"),
          Map.entry("Sec-Fetch-Dest", "empty"),
          Map.entry("Referer", "https://mlflow.portal.example.com/mlflow/churn/"),
          Map.entry("Accept-Encoding", "gzip, deflate, br, zstd"),
          Map.entry("Accept-Language", "en-GB,en;q=0.9,de;q=0.8"),
          Map.entry("X-Forwarded-For", "203.0.113.7"),
          Map.entry("X-Forwarded-Proto", "https"),
          Map.entry("X-Forwarded-Port", "443"),
          Map.entry("X-Amzn-Trace-Id", "Root=1-69298f3a-2b7cc0d54c1ee0a64e7ab812"));

  /** What an MLflow behind SageMaker answers with. */
  static final Map<String, String> MLFLOW =
      Map.of(
          "Date", "Fri, 28 Nov 2026 12:00:00 GMT",
          "Content-Type", "application/json",
          "Content-Length", "2048",
          "Connection", "keep-alive",
          "Server", "uvicorn",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "SAMEORIGIN",
          "Access-Control-Allow-Origin", "*",
          "Vary", "Origin",
          "x-amzn-RequestId", "6d1c3f0e-8a4b-4f0e-9f5e-0c8f1b1f9e21");

  static Arrived from(Map<String, String> headers) {
    Vertx vertx = Vertx.vertx();
    try {
      CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
      MultiMap answer =
          server(vertx, arrived)
              .compose(server -> client(vertx, server.actualPort(), headers))
              .map(HttpClientResponse::headers)
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      return new Arrived(arrived.join(), answer);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Future<HttpServer> server(
      Vertx vertx, CompletableFuture<HttpServerRequest> arrived) {
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              arrived.complete(request);
              request.response().headers().setAll(MLFLOW);
              request.response().end(" ".repeat(2_048));
            })
        .listen(0, "127.0.0.1");
  }

  private static Future<HttpClientResponse> client(
      Vertx vertx, int port, Map<String, String> headers) {
    return vertx
        .createHttpClient()
        .request(
            new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setHeaders(HttpHeaders.headers().setAll(headers)))
        .compose(HttpClientRequest::send);
  }
}
