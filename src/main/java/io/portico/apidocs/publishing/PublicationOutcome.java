package io.portico.apidocs.publishing;

import io.portico.audit.Activity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a publication has ended.
 *
 * @param message for people: where it stands
 */
record PublicationOutcome(PublicationState state, String message) {

  /** After its last step. */
  static PublicationOutcome of(Publication publication, String remark) {
    boolean everywhere = publication.stages().stream().allMatch(PublicationStage::isShown);
    return new PublicationOutcome(
        everywhere ? PublicationState.DONE : PublicationState.FAILED,
        clean(sentences(standing(publication), remark)));
  }

  /** Before. */
  static PublicationOutcome failed(Publication publication, String why) {
    if (publication.isToBeMade()) {
      return new PublicationOutcome(
          PublicationState.FAILED,
          clean(
              publication.creatingAt().isPresent()
                  ? sentences(why, "Look at the versions whether it was made.")
                  : why));
    }
    return new PublicationOutcome(
        PublicationState.FAILED, clean(sentences(why, standing(publication))));
  }

  /** What is true of it now. */
  private static String standing(Publication publication) {
    String version = publication.version();
    List<PublicationStage> stages = publication.stages();
    String shown = names(stages.stream().filter(PublicationStage::isShown));
    String others = names(stages.stream().filter(stage -> !stage.isShown()));
    return sentences(
        shown.isEmpty()
            ? publication.makes() ? "Version %s was made.".formatted(version) : ""
            : "Version %s is shown on %s.".formatted(version, shown),
        others.isEmpty() ? "" : "Not on %s.".formatted(others));
  }

  private static String names(Stream<PublicationStage> stages) {
    return stages.map(PublicationStage::stage).collect(Collectors.joining(", "));
  }

  private static String sentences(String... sentences) {
    return Stream.of(sentences).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
  }

  /** PostgreSQL has no NUL in a text. */
  private static String clean(String text) {
    return text.replace('\0', '\ufffd');
  }

  Activity activity(Publication publication) {
    return new Activity(
        Instant.now(),
        publication.by(),
        Activity.Action.VERSION_PUBLISHED,
        "apis/" + publication.api(),
        "%s: %s %s".formatted(publication.version(), message, publication.address()),
        state == PublicationState.DONE ? Activity.Result.DONE : Activity.Result.FAILED,
        publication.request());
  }
}
