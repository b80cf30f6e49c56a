package io.portico.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is committed in templates/ is what would be deployed. */
class TemplatesTest {
  @ParameterizedTest
  @EnumSource
  void aChangeOfATemplateIsSeenInItsCommit(Synthesised which) throws IOException {
    String name = which.configuration().name();
    compare(which, name + "-data", which.dataJson());
    compare(which, name + "-service", which.serviceJson());
  }

  private static void compare(Synthesised which, String stack, JsonNode template)
      throws IOException {
    Committed.compare(
        Path.of("templates", which.name().toLowerCase(java.util.Locale.ROOT), stack + ".json"),
        Synthesised.JSON.writeValueAsString(Synthesised.JSON.treeToValue(template, Map.class))
            + "\n");
  }
}
