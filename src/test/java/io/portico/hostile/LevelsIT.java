package io.portico.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.mlflow.proxy.EndpointTable;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint of the table, asked for by everybody whom it is not for, through both doors. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LevelsIT {
  private static final List<String> API =
      List.of("/api/2.0", "/api/3.0", "/ajax-api/2.0", "/ajax-api/3.0");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");

  private final Tally tally = Tally.of("levels", "requests", "served against a level");
  private HostilePortal portal;
  private Person viewer;
  private Person contributor;
  private Person manager;

  private record Person(String cookie, String bearer) {}

  /** A line of the table: one method, one path. */
  private record Row(String access, String method, String path) {}

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    viewer = person("scientist", "viewer");
    contributor = person("publisher", "contributor");
    manager = person("lead", "manager");
  }

  private Person person(String name, String level) throws IOException {
    return new Person(
        "Cookie: " + portal.frame(name, HostilePortal.MODELS),
        "Authorization: Bearer " + portal.token(name, HostilePortal.MODELS, level));
  }

  private static Stream<String[]> lines() throws IOException {
    try (InputStream text = EndpointTable.class.getResourceAsStream("endpoints.txt")) {
      return new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 5));
    }
  }

  /**
   * Without what the portal answers by itself, which is a GET where all other methods are never.
   */
  private static List<Row> table() throws IOException {
    List<String> answeredHere =
        lines()
            .filter(columns -> columns.length == 5)
            .flatMap(columns -> rows("", "GET", columns[3]))
            .map(Row::path)
            .toList();
    return lines()
        .filter(columns -> columns.length < 5)
        .flatMap(columns -> rows(columns[0], columns[2], columns[3]))
        .filter(
            row ->
                !Set.of("GET", "HEAD").contains(row.method()) || !answeredHere.contains(row.path()))
        .toList();
  }

  private static Stream<Row> rows(String access, String method, String path) {
    List<String> methods = method.equals("*") ? METHODS : List.of(method);
    String plain = path.replace("{}", "1").replace("**", "1/a");
    return (plain.startsWith("/~api") ? API.stream() : Stream.of(""))
        .map(api -> plain.replace("/~api", api))
        .flatMap(written -> methods.stream().map(each -> new Row(access, each, written)));
  }

  private List<Answered> ask(Person person, String method, String path, String more, String body)
      throws IOException {
    tally.count(2);
    String rest =
        "%s /api/mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
            .formatted(method, path, HostilePortal.HOST, person.bearer());
    String frame =
        "%s /mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\nOrigin: http://%3$s\r\n"
            .formatted(method, path, HostilePortal.MLFLOW, person.cookie());
    List<Answered> answers = new ArrayList<>();
    for (String head : List.of(rest, frame)) {
      answers.add(
          Answered.to(head + more + "Content-Length: " + body.length() + "\r\n\r\n" + body));
    }
    return answers;
  }

  private void assertRefused(Person person, Set<String> accesses) throws IOException {
    List<Row> refused = table().stream().filter(row -> accesses.contains(row.access())).toList();
    assertTrue(refused.size() > 50, "there are such endpoints");
    for (Row row : refused) {
      String type = "Content-Type: application/json\r\n";
      boolean good =
          ask(person, row.method(), row.path(), type, "{}").stream()
              .allMatch(answered -> answered.status() == 403);
      if (!good || !portal.upstream().received().isEmpty()) {
        tally.failed(row + " reached " + portal.upstream().received());
        portal.upstream().received().clear();
      }
    }
    tally.assertNothingWrong();
  }

  @Test
  @Holds(Promise.LEVELS_HOLD)
  void aViewerWritesNothing() throws IOException {
    assertRefused(viewer, Set.of("write", "delete", "admin", "never"));
  }

  @Test
  @Holds(Promise.LEVELS_HOLD)
  void aContributorDoesNothingThatAManagerMay() throws IOException {
    assertRefused(contributor, Set.of("delete", "admin", "never"));
  }

  @Test
  @Holds(Promise.ENDPOINTS_BY_TABLE)
  void nobodyDoesWhatNobodyMay() throws IOException {
    assertRefused(manager, Set.of("never"));
  }

  /** So the refusals above are told apart from what is refused to everybody. */
  @Test
  void whoeverMayIsServed() throws IOException {
    for (Row row : table()) {
      if (Set.of("write", "delete", "admin").contains(row.access())) {
        for (Answered answered :
            ask(manager, row.method(), row.path(), "Content-Type: application/json\r\n", "{}")) {
          assertEquals(200, answered.status(), row::toString);
        }
        assertEquals(2, portal.upstream().received().size(), row::toString);
        portal.upstream().received().clear();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/2.0/mlflow/nothing",
        "GET /api/2.0/mlflow/",
        "GET /api/2.0/",
        "GET /api",
        "GET /api/1.0/mlflow/runs/get",
        "GET /api/4.0/mlflow/runs/get",
        "GET /API/2.0/mlflow/runs/get",
        "GET /api/2.0/MLFLOW/runs/get",
        "GET /api/2.0/mlflow/runs/get/",
        "GET /api/2.0/mlflow/runs/get/x",
        "GET /api/2.0/mlflow/runs/get.json",
        "POST /api/2.0/mlflow/runs/get",
        "GET /api/2.0/mlflow/runs/search",
        "PUT /api/2.0/mlflow/runs/create",
        "PATCH /api/2.0/mlflow/runs/create",
        "DELETE /api/2.0/mlflow/runs/create",
        "GET /api/2.0/mlflow/runs/create",
        "post /api/2.0/mlflow/runs/create",
        "PoSt /api/2.0/mlflow/runs/create",
        "GET /ajax-api/2.0/mlflow/gateway-proxy/x",
        "OPTIONS /api/2.0/mlflow/runs/get",
        "TRACE /api/2.0/mlflow/runs/get",
        "PROPFIND /api/2.0/mlflow/runs/get",
        "QUERY /api/2.0/mlflow/runs/search",
        "GET /api/2.0mlflow/runs/get",
        "POST /api/2.0mlflow/experiments/create",
        "GET /static-files",
        "GET /static-files/",
        "GET /metrics",
        "GET /admin",
        "GET /signup",
        "POST /api/2.0/mlflow/users/create/",
        "GET /v1/traces",
        "GET /graphql?query=%7Ba%7D",
        "GET /nothing",
        "GET /_portico",
        "GET /mlflow/models/version",
        "GET /api/2.0/preview/mlflow/runs/get",
        "PUT /api/2.0/mlflow-artifacts/artifacts",
        "GET /api/2.0/mlflow-artifacts/presigned",
        "GET /ajax-api/2.0/mlflow/logged-models/1/artifacts/files/x",
        "DELETE /api/2.0/mlflow/experiments/create"
      })
  @Holds(Promise.ENDPOINTS_BY_TABLE)
  void whatNoTableNamesIsRefused(String line) throws IOException {
    String[] parts = line.split(" ");
    for (Person person : List.of(viewer, manager)) {
      for (Answered answered :
          ask(person, parts[0], parts[1], "Content-Type: application/json\r\n", "")) {
        assertTrue(Set.of(403, 404, 405).contains(answered.status()), answered::text);
      }
    }
    assertEquals(List.of(), portal.upstream().received());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"query\":\"mutation { a }\"}",
        "{\"query\":\"  mutation{a}\"}",
        "{\"query\":\"#c\\nmutation { a }\"}",
        "{\"query\":\"\\ufeffmutation { a }\"}",
        "{\"query\":\", , mutation { a }\"}",
        "{\"query\":\"query Q { a } mutation M { b }\",\"operationName\":\"M\"}",
        "{\"query\":\"query Q { a } mutation M { b }\",\"operationName\":\"Q\"}",
        "{\"query\":\"fragment F on Mutation { a } mutation { ...F }\"}",
        "{\"query\":\"subscription { a }\"}",
        "{\"query\":\"{ a }\",\"query\":\"mutation { a }\"}",
        "{\"query\":\"mutation { a }\",\"query\":\"{ a }\"}",
        "{\"\\u0071uery\":\"mutation { a }\",\"query\":\"{ a }\"}",
        "[{\"query\":\"{ a }\"},{\"query\":\"mutation { a }\"}]",
        "{\"query\":[\"mutation { a }\"]}",
        "{\"query\":\"{ a }\"}{\"query\":\"mutation { a }\"}",
        "{\"query\":null,\"mutation\":\"mutation { a }\"}",
        "{\"id\":\"1\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"0\"}}}",
        "query=mutation+{a}",
        "mutation { a }",
        "",
        "{}",
        "\"mutation { a }\""
      })
  @Holds(Promise.LEVELS_HOLD)
  void noMutationPassesForAQuery(String body) throws IOException {
    for (Person person : List.of(viewer, manager)) {
      for (String path : List.of("/graphql", "/graphql?query=mutation{a}")) {
        for (Answered answered :
            ask(person, "POST", path, "Content-Type: application/json\r\n", body)) {
          assertTrue(answered.status() == 403 || answered.status() == 400, answered::text);
        }
      }
    }
    assertEquals(List.of(), portal.upstream().received());
  }
}
