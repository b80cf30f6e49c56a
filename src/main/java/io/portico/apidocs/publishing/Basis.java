package io.portico.apidocs.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.apidocs.Draft;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.Stage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person saw before the confirmation: it holds for nothing else.
 *
 * @param draft the digest of the draft; empty where it does not matter
 * @param stages the API's, with what they show
 */
record Basis(String draft, List<Stage> stages) {
  static Basis of(Draft draft, boolean makes) {
    return new Basis(makes ? DraftDigest.of(draft).hex() : "", draft.stages());
  }

  Optional<String> shownOn(String stage) {
    return stages.stream()
        .filter(candidate -> candidate.name().equals(stage))
        .findFirst()
        .flatMap(Stage::documentationVersion);
  }

  boolean has(String stage) {
    return stages.stream().anyMatch(candidate -> candidate.name().equals(stage));
  }

  /** For a form that comes back with it. */
  String mark() {
    return draft + "-" + UUID.nameUUIDFromBytes(stages.toString().getBytes(UTF_8));
  }
}
