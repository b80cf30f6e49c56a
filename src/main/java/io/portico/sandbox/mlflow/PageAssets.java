package io.portico.sandbox.mlflow;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The page for the frame: its HTML at the root, all else under {@code static-files}. */
final class PageAssets {
  private static final List<String> STATIC_FILES =
      List.of(
          "page.css",
          "page.js",
          "api.js",
          "artifacts.js",
          "chart.js",
          "elements.js",
          "experiments.js",
          "models.js",
          "rename.js",
          "run.js",
          "wording.js");

  void mount(Router router) {
    Buffer page = resource("index.html");
    router.get("/").handler(context -> send(context, "index.html", page));
    for (String name : STATIC_FILES) {
      Buffer content = resource(name);
      router.get("/static-files/" + name).handler(context -> send(context, name, content));
    }
  }

  private static void send(RoutingContext context, String name, Buffer content) {
    context
        .response()
        .putHeader("Content-Type", MediaTypes.of(name))
        .putHeader("Cache-Control", "no-cache")
        .end(content);
  }

  private static Buffer resource(String name) {
    String path = "/sandbox/mlflow/" + name;
    try (InputStream resource = PageAssets.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new IllegalStateException("The resource " + path + " is missing");
      }
      return Buffer.buffer(resource.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
