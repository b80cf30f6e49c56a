package io.portico.apidocs.preview;

import io.portico.apidocs.Draft;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.Stage;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** Which document is wanted, as addresses and the page's form say it. */
public class PreviewQuery {
  @RestQuery Optional<String> stage;
  @RestQuery Optional<String> format;

  /**
   * The stage that is named, or else the first; empty if the API is deployed nowhere.
   *
   * @throws NotFoundException if the one that is named is not there
   */
  Optional<Stage> stage(Draft draft) {
    if (stage.isEmpty()) {
      return draft.stages().stream().findFirst();
    }
    return Optional.of(
        draft.stages().stream()
            .filter(known -> known.name().equals(stage.get()))
            .findFirst()
            .orElseThrow(NotFoundException::new));
  }

  /**
   * The format that is named, or else OpenAPI 3.0.
   *
   * @throws NotFoundException if there is no such format
   */
  ExportFormat format() {
    return format
        .map(name -> ExportFormat.of(name).orElseThrow(NotFoundException::new))
        .orElse(ExportFormat.OAS30);
  }
}
