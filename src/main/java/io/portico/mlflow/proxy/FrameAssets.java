package io.portico.mlflow.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Our own script and stylesheet on the MLflow origin; they hold nothing that is secret. */
@Singleton
public class FrameAssets {
  private final Map<String, Asset> assets =
      Map.of(
          UiLane.OWN + "/frame.js", new Asset("text/javascript;charset=UTF-8", load("frame.js")),
          UiLane.OWN + "/frame.css", new Asset("text/css;charset=UTF-8", load("frame.css")));

  private record Asset(String type, String text) {}

  private static String load(String name) {
    try (InputStream file = FrameAssets.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Future<Void> answer(HttpServerRequest request, String path) {
    Asset asset = assets.get(path);
    if (asset == null || request.method() != HttpMethod.GET) {
      return Future.failedFuture(Refusal.notFound());
    }
    request.resume();
    return request
        .response()
        .putHeader("Content-Type", asset.type())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-cache")
        .end(asset.text());
  }
}
