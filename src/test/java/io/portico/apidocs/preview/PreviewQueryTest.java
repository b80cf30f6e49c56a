package io.portico.apidocs.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.apidocs.ApiEntities;
import io.portico.apidocs.Contents;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.Draft;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.Stage;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewQueryTest {
  private static final Stage TEST = new Stage("test", Optional.empty());
  private static final Stage PROD = new Stage("prod", Optional.of("1"));

  private static PreviewQuery query(String stage, String format) {
    PreviewQuery query = new PreviewQuery();
    query.stage = Optional.ofNullable(stage);
    query.format = Optional.ofNullable(format);
    return query;
  }

  private static Draft draft(Stage... stages) {
    ApiEntities entities = new ApiEntities(List.of(), List.of(), List.of());
    Documentation documentation = new Documentation(List.of());
    return new Draft(
        new RestApi("a", "a", "", Map.of()),
        entities,
        documentation,
        List.of(),
        List.of(stages),
        Contents.of(entities, documentation),
        Instant.EPOCH);
  }

  @Test
  void theFirstStageIsMeantUnlessAnotherIsNamed() {
    assertEquals(Optional.of(TEST), query(null, null).stage(draft(TEST, PROD)));
    assertEquals(Optional.of(PROD), query("prod", null).stage(draft(TEST, PROD)));
    assertThrows(NotFoundException.class, () -> query("Prod", null).stage(draft(TEST, PROD)));
  }

  @Test
  void anApiThatIsDeployedNowhereHasNoStageToShow() {
    assertEquals(Optional.empty(), query(null, null).stage(draft()));
    assertThrows(NotFoundException.class, () -> query("prod", null).stage(draft()));
  }

  @Test
  void openApi3IsMeantUnlessAnotherFormatIsNamed() {
    assertEquals(ExportFormat.OAS30, query(null, null).format());
    assertEquals(ExportFormat.SWAGGER, query(null, "swagger").format());
    assertThrows(NotFoundException.class, () -> query(null, "SWAGGER").format());
  }
}
