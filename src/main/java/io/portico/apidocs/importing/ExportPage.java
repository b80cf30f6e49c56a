package io.portico.apidocs.importing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Draft;
import io.portico.apidocs.ExportExtension;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.ExportNotation;
import io.portico.apidocs.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page about exports shows.
 *
 * @param problems by field, in words for people
 */
public record ExportPage(
    ApiAccess access, Draft draft, ExportQuery query, Map<String, String> problems) {

  static ExportPage usual(ApiAccess access, Draft draft) {
    return new ExportPage(access, draft, ExportQuery.usual(draft.stages()), Map.of());
  }

  static ExportPage of(ApiAccess access, Draft draft, ExportQuery query) {
    return new ExportPage(access, draft, query, query.problems(draft.stages()));
  }

  public List<Stage> stages() {
    return draft.stages();
  }

  public boolean hasStageWithoutDocumentation() {
    return stages().stream().anyMatch(stage -> stage.documentationVersion().isEmpty());
  }

  /** How many parts the draft has. */
  public int parts() {
    return draft.documentation().parts().size();
  }

  public ExportFormat[] formats() {
    return ExportFormat.values();
  }

  public ExportNotation[] notations() {
    return ExportNotation.values();
  }

  public ExportExtension[] extensions() {
    return ExportExtension.values();
  }

  /** What an extension brings, for people. */
  public String words(ExportExtension extension) {
    return switch (extension) {
      case DOCUMENTATION -> "documentation: the texts of the stage's documentation version";
      case INTEGRATIONS -> "integrations: what API Gateway calls behind each method";
      case AUTHORIZERS -> "authorizers: who decides about access";
      case APIGATEWAY -> "everything of API Gateway's own, to import the API elsewhere";
      case POSTMAN -> "Postman's, for its collections";
    };
  }

  public boolean isChosen(ExportExtension extension) {
    return query.extension().contains(extension.label());
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }
}
