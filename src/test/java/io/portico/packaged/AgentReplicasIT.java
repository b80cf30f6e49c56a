package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.portico.agents.tools.Agent;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Programs before two replicas, which share the database, the provider and the AWS of the first.
 */
@Tag("demo")
class AgentReplicasIT {
  private static final String ONE = "http://localhost:" + PackagedDemo.PORT;
  private static final String OTHER = "http://localhost:" + (PackagedDemo.PORT + 100);
  private static final String DOCUMENT = "/docs/ordersapi1/prod/openapi.json";
  private static final String[] SHARED = {
    "-Dportico.aws.endpoint=http://127.0.0.1:" + (PackagedDemo.PORT + 10),
    "-Dquarkus.oidc.auth-server-url=http://localhost:" + (PackagedDemo.PORT + 12) + "/portico",
    "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:"
        + (PackagedDemo.PORT + 13)
        + "/postgres"
  };

  private static PackagedDemo one;
  private static PackagedDemo other;

  @BeforeAll
  static void start() throws Exception {
    one = PackagedDemo.start();
    other = PackagedDemo.startBeside(1, SHARED);
    awaitDocuments();
  }

  /** A new portal makes them at its first look. */
  private static void awaitDocuments() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (document(PackagedDemo.PORT).status() != 200 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
  }

  private static RawHttp.Response document(int port, String... headers) throws IOException {
    return RawHttp.send(
        port,
        "GET " + DOCUMENT + " HTTP/1.1",
        "Host: portico.localhost:" + port,
        headers.length == 0 ? "Accept: */*" : headers[0]);
  }

  /** An access token by client credentials (RFC 6749, 4.4). */
  private static String token(String client) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + (PackagedDemo.PORT + 12) + "/portico/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_secret=any&client_id=" + client))
            .build();
    return new JsonObject(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body())
        .getString("access_token");
  }

  private static Map<String, Object> churn(String key, Object value) {
    return Map.of("server", "churn", key, value);
  }

  @Test
  @Holds(Promise.REPLICAS_ARE_ALIKE)
  void anAgentIsAnsweredByEitherReplica() throws Exception {
    try (Agent agent = new Agent(token("documentation-agent"), ONE, OTHER)) {
      TreeSet<String> called = new TreeSet<>();
      JsonObject servers = call(agent, called, "list_tracking_servers", Map.of());
      assertEquals(1, servers.getJsonArray("servers").size());
      call(agent, called, "find_experiments", churn("name", "churn"));
      JsonObject runs =
          call(agent, called, "search_runs", churn("experiment_ids", List.of("1", "2")));
      String run = id(runs, 0);
      call(agent, called, "get_run", churn("run_id", run));
      call(agent, called, "compare_runs", churn("run_ids", List.of(run, id(runs, 1))));
      call(
          agent,
          called,
          "metric_history",
          Map.of("server", "churn", "run_id", run, "metric", "auc", "points", 10));
      call(agent, called, "list_artifacts", churn("run_id", run));
      call(
          agent,
          called,
          "read_artifact",
          Map.of("server", "churn", "run_id", run, "path", "training.log"));
      call(agent, called, "find_models", churn("name", "churn"));
      call(
          agent,
          called,
          "get_model_version",
          Map.of("server", "churn", "name", "churn-classifier", "alias", "champion"));
      call(agent, called, "list_apis", Map.of());
      JsonObject operation =
          call(agent, called, "search_operations", Map.of("words", "GET"))
              .getJsonArray("operations")
              .getJsonObject(0);
      call(
          agent,
          called,
          "get_operation",
          Map.of(
              "api", operation.getString("api"),
              "stage", operation.getString("stage"),
              "method", operation.getString("method"),
              "path", operation.getString("path")));
      JsonObject gap =
          call(agent, called, "documentation_coverage", Map.of("api", "loyaltyap1"))
              .getJsonArray("undocumented")
              .getJsonObject(0);
      JsonObject proposed =
          call(
              agent,
              called,
              "propose_documentation_part",
              Map.of(
                  "api",
                  "loyaltyap1",
                  "place",
                  gap.getMap(),
                  "properties",
                  Map.of("description", "Written by an agent."),
                  "reason",
                  "Nothing is said there."));
      assertEquals("open", proposed.getString("state"));
      assertEquals(new TreeSet<>(agent.tools().stream().map(Tool::name).toList()), called);
      assertTrue(agent.requests() > called.size(), "in turn, to either");
    }
  }

  private static String id(JsonObject runs, int index) {
    return runs.getJsonArray("runs").getJsonObject(index).getString("run_id");
  }

  private static JsonObject call(
      Agent agent, TreeSet<String> called, String tool, Map<String, Object> arguments) {
    called.add(tool);
    return agent.call(tool, arguments);
  }

  @Test
  void aDocumentHasOneTagEverywhere() throws Exception {
    String tag = document(PackagedDemo.PORT).header("ETag").orElseThrow();
    int beside = PackagedDemo.PORT + 100;
    assertEquals(tag, document(beside).header("ETag").orElseThrow());
    assertEquals(304, document(beside, "If-None-Match: " + tag).status());
    other.close();
    other = PackagedDemo.startBeside(1, SHARED);
    assertEquals(tag, document(beside).header("ETag").orElseThrow(), "after a restart");
    assertEquals(304, document(beside, "If-None-Match: " + tag).status());
  }
}
