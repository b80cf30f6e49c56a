package io.portico.apidocs.publishing;

import io.portico.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of an API's documentation on its way to stages.
 *
 * @param by who planned it, and alone may confirm it
 * @param request the id of the request that confirmed it; empty until then
 * @param makes whether the draft becomes this version; else it is there already
 * @param base the digest of the draft that was confirmed; empty until then
 * @param step what it is doing, while it is running
 * @param message more about it, for people; may be empty
 * @param nextTryAt when it goes on, while it waits
 * @param creatingAt when API Gateway was first asked to make the version
 * @param createdAt when API Gateway made the version, by its own clock
 * @param stages in the order they are shown; may be none if it makes a version
 */
public record Publication(
    UUID id,
    String api,
    Actor by,
    String request,
    String version,
    String note,
    boolean makes,
    String base,
    Instant plannedAt,
    PublicationState state,
    PublicationStep step,
    String message,
    Optional<Instant> nextTryAt,
    Optional<Instant> creatingAt,
    Optional<Instant> createdAt,
    Optional<Instant> endedAt,
    List<PublicationStage> stages) {
  public Publication {
    stages = List.copyOf(stages);
  }

  /** What a person wants to publish. */
  static Publication planned(
      String api, Actor by, String version, String note, boolean makes, List<String> stages) {
    Optional<Instant> notYet = Optional.empty();
    return new Publication(
        UUID.randomUUID(),
        api,
        by,
        "",
        version,
        note,
        makes,
        "",
        Instant.now(),
        PublicationState.PLANNED,
        PublicationStep.CHECKING,
        "",
        notYet,
        notYet,
        notYet,
        notYet,
        stages.stream().map(stage -> PublicationStage.of(stage, Optional.empty())).toList());
  }

  /** On its way, from what was shown. */
  Publication confirmed(String inRequest, Basis basis) {
    return new Publication(
        id,
        api,
        by,
        inRequest,
        version,
        note,
        makes,
        basis.draft(),
        plannedAt,
        PublicationState.RUNNING,
        step,
        message,
        nextTryAt,
        creatingAt,
        createdAt,
        endedAt,
        stages.stream()
            .map(stage -> PublicationStage.of(stage.stage(), basis.shownOn(stage.stage())))
            .toList());
  }

  public boolean isPlanned() {
    return state == PublicationState.PLANNED;
  }

  public boolean isRunning() {
    return state == PublicationState.RUNNING;
  }

  /** Whether the version has still to be made. */
  boolean isToBeMade() {
    return makes && createdAt.isEmpty();
  }

  /** What it is, for people. */
  public String title() {
    String on = Names.list(stages.stream().map(PublicationStage::stage).toList());
    if (on.isEmpty()) {
      return "Version " + version;
    }
    return makes ? "Version %s for %s".formatted(version, on) : "%s on %s".formatted(version, on);
  }

  /** Where it is shown. */
  public String address() {
    return "/app/apis/" + api + "/publications/" + id;
  }
}
