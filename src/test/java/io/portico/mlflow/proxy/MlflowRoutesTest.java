package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table against MLflow's own list of routes. */
class MlflowRoutesTest {
  private static final EndpointTable TABLE = EndpointTable.load();

  /** What makes the server call out, run code or spend money. */
  private static final Pattern DANGEROUS =
      Pattern.compile(
          "webhooks|gateway|scorers?/|/jobs|assistant|promptlab|prompt-optimization|issues/invoke");

  record Route(String method, String path) {
    /**
     * A path that the route serves; a slash at its end, which the portal serves nowhere, is off.
     */
    String example() {
      String filled = path.replace("{}", "x1").replace("**", "a/b.bin");
      return filled.equals("/") ? filled : filled.replaceFirst("/$", "");
    }

    Optional<Endpoint> endpoint() {
      return TABLE.find(method, RequestTarget.parse(example()).target().orElseThrow());
    }
  }

  static List<Route> routes() throws IOException {
    try (InputStream list = MlflowRoutesTest.class.getResourceAsStream("mlflow-routes.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .map(line -> new Route(line[0], line[1]))
          .toList();
    }
  }

  static Stream<Route> dangerous() throws IOException {
    return routes().stream().filter(route -> DANGEROUS.matcher(route.path()).find());
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertEquals(394, routes().size());
    assertTrue(dangerous().count() > 100);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyRouteIsClassified(Route route) {
    assertTrue(route.endpoint().isPresent(), route::toString);
  }

  @ParameterizedTest
  @MethodSource("dangerous")
  @Holds(Promise.ENDPOINTS_BY_TABLE)
  void noDangerousRouteIsSentOn(Route route) {
    Endpoint endpoint = route.endpoint().orElseThrow();
    assertTrue(
        endpoint.access() == Access.NEVER || endpoint.instead().isPresent(), route::toString);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whatDeletesIsForManagersOrUndoesALabel(Route route) {
    Endpoint endpoint = route.endpoint().orElseThrow();
    boolean label = route.path().matches(".*(/tags(/\\{})?|delete-tag)$");
    assertTrue(
        !route.method().equals("DELETE")
            || label
            || endpoint.access().level().isEmpty()
            || endpoint.access() == Access.DELETE
            || endpoint.access() == Access.ADMIN,
        route::toString);
  }
}
