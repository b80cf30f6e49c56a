package io.portico.sandbox.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page has to work under a path prefix and under a policy without inline scripts. */
class DemoMlflowPageTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"([^\"]+)\"");
  private static final Pattern ROOTED =
      Pattern.compile("(?:href|src)=\"/|fetch\\([\"'`]/|[\"'`]/ajax-api");

  private static Vertx vertx;
  private static DemoMlflow server;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    server = DemoMlflow.start(vertx, "none");
  }

  @AfterAll
  static void stop() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void everyPartOfThePageIsServed() throws Exception {
    Set<URI> seen = new HashSet<>();
    Deque<URI> open = new ArrayDeque<>(Set.of(server.uri().resolve("/")));
    while (!open.isEmpty()) {
      URI uri = open.pop();
      if (seen.add(uri)) {
        HttpResponse<String> part = get(uri);
        assertEquals(200, part.statusCode(), uri.getPath());
        assertFalse(ROOTED.matcher(part.body()).find(), uri + " leaves its prefix");
        links(uri.getPath().endsWith(".js") ? IMPORT : LINK, part.body())
            .forEach(link -> open.add(uri.resolve(link)));
      }
    }
    assertEquals(12, seen.size(), "the page, its style and every module");
  }

  @Test
  void modulesAndStylesHaveTheirMediaTypes() throws Exception {
    assertEquals("text/javascript; charset=utf-8", type("/" + named("page", "js")));
    assertEquals("text/css; charset=utf-8", type("/" + named("page", "css")));
    assertEquals("text/html; charset=utf-8", type("/"));
  }

  @Test
  void thePageHasNoInlineScript() throws Exception {
    String page = get(server.uri().resolve("/")).body();
    assertFalse(Pattern.compile("<script(?![^>]*src=)").matcher(page).find());
    assertFalse(Pattern.compile("\\son\\w+=").matcher(page).find());
  }

  @Test
  void thePageSaysWhatItIsAndHowToSeeMlflowItself() throws Exception {
    String page = get(server.uri().resolve("/")).body();
    assertTrue(page.contains("not MLflow’s own UI"));
    assertTrue(page.contains("mlflow server --port 5000"));
    assertTrue(page.contains("-Dportico.sandbox.mlflow-url=http://127.0.0.1:5000"));
  }

  private static Set<String> links(Pattern pattern, String text) {
    Set<String> links = new HashSet<>();
    pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.startsWith("data:") && !link.isEmpty())
        .forEach(links::add);
    return links;
  }

  /** By their content, as the files of MLflow's own build are, so that browsers keep them. */
  private static String named(String name, String ending) throws Exception {
    Pattern hashed = Pattern.compile("static-files/" + name + "\\.[0-9a-f]{16}\\." + ending);
    return links(LINK, get(server.uri().resolve("/")).body()).stream()
        .filter(link -> hashed.matcher(link).matches())
        .findFirst()
        .orElseThrow();
  }

  private static String type(String path) throws Exception {
    return get(server.uri().resolve(path)).headers().firstValue("Content-Type").orElse("");
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
