package io.portico.apidocs.publishing;

import io.portico.apidocs.Note;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What somebody wants to publish, as it came; what was left out is empty.
 *
 * @param version one that is there, to be shown; empty to make a new one
 * @param name of the new one
 */
public record PublishForm(
    @RestForm String version,
    @RestForm String name,
    @RestForm String note,
    @RestForm List<String> stage) {

  public PublishForm {
    version = orEmpty(version);
    name = orEmpty(name).strip();
    note = Note.typed(note).text();
    stage = stage == null ? List.of() : List.copyOf(stage);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Whether the draft is to become a version. */
  public boolean makes() {
    return version.isEmpty();
  }

  Set<String> stages() {
    return new LinkedHashSet<>(stage);
  }
}
