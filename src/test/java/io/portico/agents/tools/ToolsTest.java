package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.portico.agents.Published;
import io.portico.testsupport.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tools as an agent uses them: the protocol's official client, the provider's tokens, signed
 * requests to the sandbox's AWS.
 */
@QuarkusTest
class ToolsTest {
  private static final String PORTAL = "http://127.0.0.1:8081";
  private static final String CHURN = "http://portico.localhost:8081/app/mlflow/churn";

  @Inject TestIssuer issuer;
  @Inject Published published;

  @BeforeEach
  void publish() {
    published.asSeeded();
    published.publish(Published.LOYALTY, "1.0.0");
    published.look(Published.LOYALTY);
    published.look(Published.ORDERS);
  }

  @AfterEach
  void restore() {
    published.asSeeded();
  }

  private Agent agent(String... groups) {
    return new Agent(
        issuer.token(
            issuer
                .claims()
                .put("sub", "agent " + UUID.randomUUID())
                .put("groups", new JsonArray(List.of(groups)))),
        PORTAL);
  }

  private static Map<String, Object> churn(Object... arguments) {
    Map<String, Object> all = new HashMap<>(Map.of("server", "churn"));
    for (int i = 0; i < arguments.length; i += 2) {
      all.put((String) arguments[i], arguments[i + 1]);
    }
    return all;
  }

  private static Stream<JsonObject> in(JsonObject answer, String list) {
    return answer.getJsonArray(list).stream().map(JsonObject.class::cast);
  }

  private static List<String> texts(JsonObject answer, String list, String key) {
    return in(answer, list).map(item -> item.getString(key)).toList();
  }

  /** A run of the sandbox's seeds. */
  private static JsonObject run(Agent agent, String name) {
    return in(
            agent.call(
                "search_runs",
                churn(
                    "experiment_ids",
                    List.of("1", "2"),
                    "filter",
                    "attributes.run_name = '" + name + "'")),
            "runs")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyToolSaysWhatItTakesAndGives() {
    try (Agent agent = agent("churn-team", "api-editors")) {
      assertEquals("portico", agent.welcome().serverInfo().name());
      assertTrue(agent.welcome().instructions().contains("data, not instructions"));
      List<McpSchema.Tool> tools = agent.tools();
      assertEquals(
          List.of(
              "compare_runs",
              "documentation_coverage",
              "find_experiments",
              "find_models",
              "get_model_version",
              "get_operation",
              "get_run",
              "list_apis",
              "list_artifacts",
              "list_tracking_servers",
              "metric_history",
              "propose_documentation_part",
              "read_artifact",
              "search_operations",
              "search_runs"),
          tools.stream().map(McpSchema.Tool::name).sorted().toList());
      for (McpSchema.Tool tool : tools) {
        assertEquals("object", tool.inputSchema().get("type"), tool.name());
        assertEquals(false, tool.inputSchema().get("additionalProperties"), tool.name());
        assertEquals("object", tool.outputSchema().get("type"), tool.name());
        assertTrue(tool.outputSchema().toString().contains("page={type=string"), tool.name());
        assertEquals(
            !tool.name().equals("propose_documentation_part"),
            tool.annotations().readOnlyHint(),
            tool.name());
        assertEquals(false, tool.annotations().destructiveHint(), tool.name());
        assertFalse(tool.description().isBlank(), tool.name());
      }
    }
  }

  @Test
  void whatIsOptionalIsNotRequiredAndNeverNull() {
    Map<String, Object> schema = Schemas.of(FindExperiments.Arguments.class);
    assertEquals(List.of("server"), schema.get("required"));
    assertEquals(
        Map.of("type", "string", "description", "next_page_token of the answer before."),
        ((Map<?, ?>) schema.get("properties")).get("page_token"));
  }

  private static List<String> names(Agent agent) {
    return agent.tools().stream().map(McpSchema.Tool::name).toList();
  }

  @Test
  void aToolThatIsOfNoUseIsNotListed() {
    try (Agent agent = agent("churn-team")) {
      assertFalse(names(agent).contains("documentation_coverage"));
    }
    try (Agent agent = agent("churn-leads")) {
      assertTrue(names(agent).contains("documentation_coverage"));
      assertFalse(names(agent).contains("propose_documentation_part"), "a viewer");
    }
  }

  @Test
  void serversAreThoseOfTheTokensOwner() {
    try (Agent agent = agent("churn-team", "forecasting-readers")) {
      JsonObject answer = agent.call("list_tracking_servers", Map.of());
      assertEquals(List.of("churn", "forecasting"), texts(answer, "servers", "id"));
      assertEquals(List.of("contributor", "viewer"), texts(answer, "servers", "level"));
      assertEquals(CHURN, texts(answer, "servers", "page").get(0));
    }
    try (Agent nobody = agent("nobody")) {
      assertEquals(
          List.of(), texts(nobody.call("list_tracking_servers", Map.of()), "servers", "id"));
      assertEquals(
          "There is no tracking server 'churn' for you; list_tracking_servers names yours.",
          nobody.failure("find_experiments", churn()));
    }
  }

  @Test
  void experimentsAreFoundByAPartOfTheirName() {
    try (Agent agent = agent("churn-team")) {
      JsonObject answer = agent.call("find_experiments", churn("name", "NEURAL"));
      assertEquals(List.of("Customer churn, neural network"), texts(answer, "experiments", "name"));
      assertEquals(List.of(CHURN + "#/experiments/2"), texts(answer, "experiments", "page"));

      JsonObject first = agent.call("find_experiments", churn("max_results", 1));
      JsonObject second =
          agent.call(
              "find_experiments",
              churn("max_results", 1, "page_token", first.getString("next_page_token")));
      assertEquals(1, first.getJsonArray("experiments").size());
      assertFalse(texts(first, "experiments", "name").equals(texts(second, "experiments", "name")));
      assertEquals(
          List.of(),
          texts(agent.call("find_experiments", churn("name", "it's")), "experiments", "name"));
      assertEquals(
          "Search for a part of the name without quotation marks.",
          agent.failure("find_experiments", churn("name", "'\" or name = 'x")));
      assertEquals(
          "Ask for 1 to 100 results at once, not 101.",
          agent.failure("find_experiments", churn("max_results", 101)));
    }
  }

  @Test
  void runsAreSearchedAndCompared() {
    try (Agent agent = agent("churn-team")) {
      JsonObject best =
          in(
                  agent.call(
                      "search_runs",
                      churn(
                          "experiment_ids",
                          List.of("1", "2"),
                          "filter",
                          "metrics.auc > 0.5",
                          "order_by",
                          "metrics.auc DESC",
                          "keys",
                          List.of("auc"),
                          "max_results",
                          1)),
                  "runs")
              .findFirst()
              .orElseThrow();
      assertEquals(Set.of("auc"), best.getJsonObject("metrics").fieldNames());
      assertTrue(best.getInteger("left_out") > 0, best::encode);

      JsonObject network = run(agent, "longer-history");
      JsonObject forest = run(agent, "balanced-classes");
      String id = network.getString("run_id");
      JsonObject whole = agent.call("get_run", churn("run_id", id));
      assertEquals("128", whole.getJsonObject("params").getString("hidden_units"));
      assertEquals("neural-network", whole.getJsonObject("tags").getString("family"));
      assertEquals(CHURN + "#/experiments/2/runs/" + id, whole.getString("page"));

      JsonObject compared =
          agent.call("compare_runs", churn("run_ids", List.of(id, forest.getString("run_id"))));
      assertEquals(2, compared.getJsonObject("metrics").getJsonObject("auc").size());
      assertEquals(
          Map.of(id, "0.001", forest.getString("run_id"), "0.08"),
          compared.getJsonObject("differing_params").getJsonObject("learning_rate").getMap());
      assertEquals(
          "Name two to ten different runs.",
          agent.failure("compare_runs", churn("run_ids", List.of(id, id))));
    }
  }

  @Test
  void mlflowsOwnWordsAboutAMistakeGoToTheAgent() {
    try (Agent agent = agent("churn-team")) {
      assertTrue(
          agent
              .failure(
                  "search_runs", churn("experiment_ids", List.of("1"), "filter", "metrics.auc >>"))
              .startsWith("MLflow says: "));
      assertTrue(
          agent.failure("get_run", churn("run_id", "../../x?y=z#")).startsWith("MLflow says: "));
    }
  }

  @Test
  void aLongHistoryKeepsItsEndsInTenPoints() {
    try (Agent agent = agent("churn-team")) {
      String id = run(agent, "longer-history").getString("run_id");
      Map<String, Object> all = churn("run_id", id, "metric", "auc", "points", 400);
      JsonObject whole = agent.call("metric_history", all);
      assertEquals(whole.getInteger("of"), whole.getJsonArray("points").size());
      JsonObject sample =
          agent.call("metric_history", churn("run_id", id, "metric", "auc", "points", 10));
      assertEquals(whole.getInteger("of"), sample.getInteger("of"));
      List<JsonObject> points = in(sample, "points").toList();
      assertTrue(points.size() <= 10 && points.size() > 2, points::toString);
      assertEquals(in(whole, "points").findFirst().orElseThrow(), points.get(0));
      assertEquals(
          in(whole, "points").reduce((one, next) -> next).orElseThrow(),
          points.get(points.size() - 1));
    }
  }

  @Test
  void textsAmongArtifactsAreReadAndOtherFilesAreNot() {
    try (Agent agent = agent("churn-team")) {
      String id = run(agent, "longer-history").getString("run_id");
      JsonObject listed = agent.call("list_artifacts", churn("run_id", id));
      assertTrue(texts(listed, "artifacts", "path").contains("übersicht 2.txt"));
      JsonObject read = agent.call("read_artifact", churn("run_id", id, "path", "übersicht 2.txt"));
      assertEquals(
          "Übersicht über den Lauf „longer-history“: 100 % geprüft.\n", read.getString("text"));
      assertEquals(true, read.getBoolean("whole"));
      assertEquals(
          CHURN + "#/experiments/2/runs/" + id + "/artifacts/%C3%BCbersicht%202.txt",
          read.getString("page"));

      String picture =
          texts(
                  agent.call("list_artifacts", churn("run_id", id, "path", "plots")),
                  "artifacts",
                  "path")
              .stream()
              .filter(path -> path.endsWith(".png"))
              .findFirst()
              .orElseThrow();
      assertTrue(
          agent
              .failure("read_artifact", churn("run_id", id, "path", picture))
              .startsWith("This file is not text in UTF-8. People can look at it here: " + CHURN));
    }
  }

  @Test
  void modelsAreFoundWithTheirVersions() {
    try (Agent agent = agent("churn-team")) {
      JsonObject model =
          in(agent.call("find_models", churn("name", "churn")), "models").findFirst().orElseThrow();
      String champion = model.getJsonObject("aliases").getString("champion");
      JsonObject byAlias =
          agent.call(
              "get_model_version", churn("name", model.getString("name"), "alias", "champion"));
      assertEquals(champion, byAlias.getString("version"));
      assertEquals(
          byAlias,
          agent.call(
              "get_model_version", churn("name", model.getString("name"), "version", champion)));
      assertEquals(
          "Give either a version or an alias.",
          agent.failure("get_model_version", churn("name", "churn-classifier")));
    }
  }

  @Test
  void operationsArePublishedOnes() {
    try (Agent agent = agent("churn-leads")) {
      JsonObject apis = agent.call("list_apis", Map.of());
      assertEquals(
          List.of(Published.LOYALTY, Published.ORDERS),
          texts(apis, "stages", "api").stream().distinct().sorted().toList());
      JsonObject found =
          agent.call("search_operations", Map.of("words", "GET accounts", "api", "loyaltyap1"));
      assertTrue(texts(found, "operations", "path").contains("/accounts/{accountId}"));
      JsonObject operation =
          agent.call(
              "get_operation",
              Map.of(
                  "api", "loyaltyap1",
                  "stage", "prod",
                  "method", "get",
                  "path", "/accounts/{accountId}"));
      assertTrue(
          operation.getString("markdown").startsWith("# `GET /accounts/{accountId}`"),
          operation::encode);
      assertEquals(
          "The API has no such operation on this stage; search_operations finds those it has.",
          agent.failure(
              "get_operation",
              Map.of("api", "loyaltyap1", "stage", "prod", "method", "GET", "path", "/nothing")));
    }
    try (Agent stranger = agent("nobody")) {
      assertEquals(
          List.of(Published.LOYALTY), texts(stranger.call("list_apis", Map.of()), "stages", "api"));
      assertEquals(
          stranger.failure("search_operations", Map.of("words", "order", "api", "ordersapi1")),
          stranger.failure("search_operations", Map.of("words", "order", "api", "nothing")),
          "what is closed looks like what is not there");
    }
  }

  @Test
  void coverageIsOfDraftsOneHasARoleOn() {
    try (Agent agent = agent("api-editors")) {
      JsonObject coverage = agent.call("documentation_coverage", Map.of("api", "loyaltyap1"));
      assertTrue(coverage.getInteger("documented") < coverage.getInteger("entities"));
      assertTrue(texts(coverage, "undocumented", "type").contains("METHOD"), coverage::encode);
      assertEquals("http://portico.localhost:8081/app/apis/loyaltyap1", coverage.getString("page"));
    }
    try (Agent agent = agent("churn-leads")) {
      assertEquals(
          "There is no API 'loyaltyap1' whose draft you may see.",
          agent.failure("documentation_coverage", Map.of("api", "loyaltyap1")));
    }
  }

  @Test
  void argumentsAreCheckedAgainstTheSchema() {
    try (Agent agent = agent("churn-team")) {
      assertTrue(agent.failure("find_experiments", Map.of()).contains("server"));
      assertTrue(agent.failure("find_experiments", churn("sql", "x")).contains("sql"));
      assertTrue(
          agent.failure("find_experiments", churn("max_results", "many")).contains("integer"));
      assertThrows(McpError.class, () -> agent.call("delete_everything", Map.of()));
    }
  }
}
