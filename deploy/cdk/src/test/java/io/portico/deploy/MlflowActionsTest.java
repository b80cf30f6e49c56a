package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.deploy.configuration.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** IAM and the portal's table of endpoints say the same of each action. */
class MlflowActionsTest {
  private static final Path ENDPOINTS =
      Path.of("../../src/main/resources/io/portico/mlflow/proxy/endpoints.txt");
  private static final Map<String, Level> LEVELS =
      Map.of(
          "read", Level.VIEWER,
          "write", Level.CONTRIBUTOR,
          "delete", Level.MANAGER,
          "admin", Level.MANAGER);

  @Test
  void everyActionTakesTheLevelOfItsEndpoint() throws IOException {
    Map<String, Level> endpoints = endpoints();
    MlflowActions.table()
        .forEach(
            action ->
                assertEquals(
                    endpoints.get(action.method() + " " + action.path()),
                    action.level(),
                    action.name()));
  }

  /** 61 with AccessUI, by the Service Authorization Reference. */
  @Test
  void noActionIsMissingOrTwice() {
    List<String> names = MlflowActions.table().stream().map(MlflowActions.Action::name).toList();
    assertEquals(60, new HashSet<>(names).size());
    assertEquals(60, names.size());
  }

  @Test
  void aHigherLevelHoldsTheLower() {
    assertEquals(19, MlflowActions.of(Level.VIEWER).size());
    assertTrue(MlflowActions.of(Level.CONTRIBUTOR).containsAll(MlflowActions.of(Level.VIEWER)));
    assertEquals(60, MlflowActions.of(Level.MANAGER).size());
    assertTrue(
        MlflowActions.of(Level.CONTRIBUTOR).stream().noneMatch(a -> a.endsWith(":DeleteRun")));
  }

  private static Map<String, Level> endpoints() throws IOException {
    Map<String, Level> endpoints = new TreeMap<>();
    for (String line : Files.readAllLines(ENDPOINTS)) {
      String[] words = line.split(" +");
      if (words.length >= 4 && LEVELS.containsKey(words[0])) {
        endpoints.put(words[2] + " " + words[3], LEVELS.get(words[0]));
      }
    }
    return endpoints;
  }
}
