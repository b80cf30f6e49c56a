package io.portico.apidocs.importing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ImportMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page about imports shows.
 *
 * @param problems by field, in words for people
 * @param imports newest first; empty if the database does not answer
 */
public record ImportPage(
    ApiAccess access,
    ImportForm form,
    Map<String, String> problems,
    Optional<List<PartsImport>> imports,
    long daysKept) {

  public List<ImportRow> rows() {
    Instant now = Instant.now();
    return imports.orElse(List.of()).stream().map(each -> new ImportRow(each, now)).toList();
  }

  public ImportMode[] modes() {
    return ImportMode.values();
  }

  /** What a mode does, for people. */
  public String words(ImportMode mode) {
    return switch (mode) {
      case MERGE -> "merge: adds parts, and in existing ones replaces the keys that the file has";
      case OVERWRITE ->
          "overwrite: the file becomes the whole documentation; every other part is destroyed";
    };
  }

  public Take[] takes() {
    return Take.values();
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }
}
