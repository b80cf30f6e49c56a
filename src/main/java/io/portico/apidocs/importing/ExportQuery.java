package io.portico.apidocs.importing;

import io.portico.apidocs.ExportExtension;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.ExportNotation;
import io.portico.apidocs.Stage;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What somebody wants to export, as it came; what was left out is empty.
 *
 * @param extension labels, any number of them
 */
public record ExportQuery(
    @RestQuery String stage,
    @RestQuery String format,
    @RestQuery String notation,
    @RestQuery List<String> extension) {

  public ExportQuery {
    stage = orEmpty(stage);
    format = orEmpty(format);
    notation = orEmpty(notation);
    extension = extension == null ? List.of() : extension;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** What is chosen before anybody has: all that people read, of the first stage that has it. */
  static ExportQuery usual(List<Stage> stages) {
    return new ExportQuery(
        stages.stream()
            .filter(stage -> stage.documentationVersion().isPresent())
            .findFirst()
            .or(() -> stages.stream().findFirst())
            .map(Stage::name)
            .orElse(""),
        ExportFormat.OAS30.exportType(),
        ExportNotation.JSON.label(),
        List.of(ExportExtension.DOCUMENTATION.label()));
  }

  /** What API Gateway can be asked for; empty if there are {@link #problems}. */
  Optional<WantedExport> export(List<Stage> stages) {
    return problems(stages).isEmpty()
        ? Optional.of(
            new WantedExport(
                stage,
                ExportFormat.of(format).orElseThrow(),
                ExportNotation.of(notation).orElseThrow(),
                extensions()))
        : Optional.empty();
  }

  private Set<ExportExtension> extensions() {
    Set<ExportExtension> extensions = EnumSet.noneOf(ExportExtension.class);
    Stream.of(ExportExtension.values())
        .filter(known -> extension.contains(known.label()))
        .forEach(extensions::add);
    return extensions;
  }

  /** What to do about the choice, by field. */
  Map<String, String> problems(List<Stage> stages) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (stages.stream().map(Stage::name).noneMatch(stage::equals)) {
      problems.put("stage", "Choose one of the API's stages.");
    }
    if (ExportFormat.of(format).isEmpty()) {
      problems.put("format", "Choose OpenAPI 3.0 or Swagger 2.0.");
    }
    if (ExportNotation.of(notation).isEmpty()) {
      problems.put("notation", "Choose JSON or YAML.");
    }
    List<String> known = Stream.of(ExportExtension.values()).map(ExportExtension::label).toList();
    if (!known.containsAll(extension)) {
      problems.put("extension", "Choose extensions of the list.");
    }
    return problems;
  }
}
