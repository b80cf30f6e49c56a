package io.portico.apidocs.openapi;

import io.portico.apidocs.ApiEntities;
import io.portico.apidocs.Change;
import io.portico.apidocs.Change.Kind;
import io.portico.apidocs.Comparison;
import io.portico.apidocs.Contents;
import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Entry;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.openapi.FileDocumentation.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an import would do to the draft: a dry run.
 *
 * @param result all parts that there would be
 * @param comparison of the draft with the result
 * @param orphans the places of new parts that are about nothing the API has
 * @param misfits what of the file would be lost
 */
public record ImportPlan(
    ImportMode mode,
    Map<Location, Properties> result,
    Comparison comparison,
    List<Location> orphans,
    List<Misfit> misfits) {
  /** Of an API: AWS's quota. */
  public static final int MAX_PARTS = 2_000;

  public ImportPlan {
    result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
    orphans = List.copyOf(orphans);
    misfits = List.copyOf(misfits);
  }

  /**
   * @param entities what the API has
   */
  public static ImportPlan of(
      Documentation draft, ApiEntities entities, FileDocumentation file, ImportMode mode) {
    Map<Location, Properties> before = new LinkedHashMap<>();
    draft.parts().forEach(part -> before.put(part.location(), part.properties()));
    Map<Location, Properties> after = new LinkedHashMap<>();
    if (mode == ImportMode.MERGE) {
      after.putAll(before);
    }
    List<Misfit> misfits = new ArrayList<>(file.misfits());
    for (Part part : file.parts()) {
      try {
        // As API Gateway merges.
        after.merge(part.location(), part.properties(), Properties::with);
      } catch (InvalidProperties e) {
        misfits.add(new Misfit(part.where(), "With what the draft says here: " + e.getMessage()));
      }
    }
    Comparison comparison = Comparison.of(before, after);
    return new ImportPlan(mode, after, comparison, orphans(entities, after, comparison), misfits);
  }

  private static List<Location> orphans(
      ApiEntities entities, Map<Location, Properties> after, Comparison comparison) {
    Set<Location> added =
        comparison.changes(Kind.ADDED).stream().map(Change::location).collect(Collectors.toSet());
    List<DocumentationPart> parts =
        after.entrySet().stream()
            .map(part -> new DocumentationPart("", part.getKey(), part.getValue()))
            .toList();
    return Contents.of(entities, new Documentation(parts)).general().stream()
        .filter(entry -> entry.state() == Entry.State.ORPHAN)
        .map(Entry::location)
        .filter(added::contains)
        .toList();
  }

  /** By place, from the whole of the API to its parts. */
  public List<Change> changes() {
    return comparison.changes();
  }

  /** Why API Gateway would refuse it, and what to do; empty if it would not. */
  public Optional<String> obstacle() {
    if (result.size() > MAX_PARTS) {
      return Optional.of(
          "The API would have %d parts, and API Gateway keeps %d. Leave some out of the file."
              .formatted(result.size(), MAX_PARTS));
    }
    return file("", "").isTooLong()
        ? Optional.of("The import would be larger than 6 MB. Split the file, and merge its pieces.")
        : Optional.empty();
  }

  /** What to send to API Gateway, in the same mode; where parts are merged, only what changes. */
  public DocumentationFile file(String title, String version) {
    if (mode == ImportMode.OVERWRITE) {
      return new DocumentationFile(title, version, result);
    }
    Map<Location, Properties> changed = new LinkedHashMap<>();
    changes().forEach(change -> changed.put(change.location(), change.after().orElseThrow()));
    return new DocumentationFile(title, version, changed);
  }
}
