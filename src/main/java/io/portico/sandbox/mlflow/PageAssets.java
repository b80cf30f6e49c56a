package io.portico.sandbox.mlflow;

import static java.util.stream.Collectors.joining;

import io.portico.sandbox.sigv4.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private final String version = version();

  void mount(Router router) {
    Buffer page = versioned("index.html");
    router.get("/").handler(context -> send(context, "index.html", page));
    for (String name : STATIC_FILES) {
      Buffer content = versioned(name);
      router
          .get("/static-files/" + versionedName(name))
          .handler(context -> send(context, name, content));
    }
  }

  private static String version() {
    return Sha256.hex(STATIC_FILES.stream().map(PageAssets::resource).collect(joining()))
        .substring(0, 16);
  }

  /** As MLflow's build names its files. */
  private String versionedName(String name) {
    int ending = name.lastIndexOf('.');
    return name.substring(0, ending) + "." + version + name.substring(ending);
  }

  /** With the versions of the files that it refers to. */
  private Buffer versioned(String name) {
    String content = resource(name);
    for (String other : STATIC_FILES) {
      content = content.replace("/" + other + "\"", "/" + versionedName(other) + "\"");
    }
    return Buffer.buffer(content);
  }

  private static void send(RoutingContext context, String name, Buffer content) {
    context
        .response()
        .putHeader("Content-Type", MediaTypes.of(name))
        .putHeader("Cache-Control", "no-cache")
        .end(content);
  }

  private static String resource(String name) {
    String path = "/sandbox/mlflow/" + name;
    try (InputStream resource = PageAssets.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new IllegalStateException("The resource " + path + " is missing");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
