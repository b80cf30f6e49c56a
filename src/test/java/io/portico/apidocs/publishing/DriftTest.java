package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Counts;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.Stage;
import io.portico.apidocs.publishing.Drift.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Stage PROD = new Stage("prod", Optional.of("1.0.0"));

  /** Of parts as {@code path summary}. */
  private static Documentation documentation(String... parts) {
    return new Documentation(
        Arrays.stream(parts)
            .map(part -> part.split(" "))
            .map(
                part ->
                    new DocumentationPart(
                        part[0] + part[1],
                        Location.parse("RESOURCE", part[0], "", "", ""),
                        Properties.parse("{\"summary\":\"" + part[1] + "\"}")))
            .toList());
  }

  @Test
  void aStageThatShowsTheDraftIsTheSame() {
    assertEquals(
        new Drift(PROD, State.SAME, Counts.NONE),
        Drift.of(PROD, documentation("/a x"), Optional.of(documentation("/a x"))));
    assertEquals(
        new Drift(PROD, State.SAME, Counts.NONE),
        Drift.of(PROD, documentation(), Optional.of(documentation())));
  }

  @Test
  void aStageDiffersByWhatPublishingWouldDo() {
    assertEquals(
        new Drift(PROD, State.DIFFERS, new Counts(2, 1, 1, 1)),
        Drift.of(
            PROD,
            documentation("/same x", "/changed y", "/new x", "/newer x"),
            Optional.of(documentation("/same x", "/changed x", "/gone x"))));
  }

  @Test
  void aStageWithoutAVersionHasNoDocumentation() {
    Stage bare = new Stage("prod", Optional.empty());
    for (Optional<Documentation> shown :
        List.of(Optional.<Documentation>empty(), Optional.of(documentation("/a x")))) {
      assertEquals(
          new Drift(bare, State.NO_DOCUMENTATION, Counts.NONE),
          Drift.of(bare, documentation("/a x"), shown));
    }
  }

  @Test
  void whatCannotBeReadIsNotCalledTheSame() {
    assertEquals(
        new Drift(PROD, State.UNKNOWN, Counts.NONE),
        Drift.of(PROD, documentation(), Optional.empty()));
  }
}
