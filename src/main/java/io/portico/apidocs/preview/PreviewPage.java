package io.portico.apidocs.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Draft;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.Stage;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * What a preview shows.
 *
 * @param stage whose API is written down; empty if the API is deployed nowhere
 */
public record PreviewPage(
    ApiAccess access, Draft draft, Optional<Stage> stage, ExportFormat format) {
  public ExportFormat[] formats() {
    return ExportFormat.values();
  }

  /**
   * Where the document is, if there is a stage.
   *
   * @param notation as file names spell it
   */
  public String document(String notation) {
    return "/app/apis/%s/preview/openapi.%s?stage=%s&format=%s"
        .formatted(
            access.api().id(),
            notation,
            URLEncoder.encode(stage.orElseThrow().name(), UTF_8),
            format.exportType());
  }
}
