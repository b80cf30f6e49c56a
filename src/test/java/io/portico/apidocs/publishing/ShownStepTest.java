package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownStepTest {
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
  private static final PublicationStage OPEN = PublicationStage.of("prod", Optional.empty());
  private static final PublicationStage SHOWN =
      new PublicationStage("test", Optional.empty(), Optional.of(NOW), "");
  private static final PublicationStage REFUSED =
      new PublicationStage("moon", Optional.empty(), Optional.empty(), "No such stage.");

  private static String steps(
      PublicationState state,
      PublicationStep step,
      boolean makes,
      boolean made,
      PublicationStage... stages) {
    Optional<Instant> none = Optional.empty();
    Publication publication =
        new Publication(
            UUID.randomUUID(),
            "ordersapi1",
            new Actor("s-1", "Sam", "session"),
            "",
            "1.0",
            "",
            makes,
            "",
            NOW,
            state,
            step,
            "Because.",
            none,
            none,
            made ? Optional.of(NOW) : none,
            none,
            List.of(stages));
    return String.join(
        "; ",
        ShownStep.of(publication).stream()
            .map(each -> "%s %s %s".formatted(each.words(), each.progress(), each.detail()).strip())
            .toList());
  }

  @Test
  void whatWaitsSaysWhy() {
    assertEquals(
        "Wait for its turn NOW Because.; Make version 1.0 of the draft OPEN; Show it on prod OPEN;"
            + " Keep what it says OPEN",
        steps(PublicationState.RUNNING, PublicationStep.WAITING, true, false, OPEN));
  }

  @Test
  void aStageThatRefusesHoldsUpNoOther() {
    assertEquals(
        "Wait for its turn DONE; Make version 1.0 of the draft DONE; Show it on moon FAILED No such"
            + " stage.; Show it on prod NOW Because.; Keep what it says OPEN",
        steps(PublicationState.RUNNING, PublicationStep.SHOWING, true, true, REFUSED, OPEN));
  }

  @Test
  void theLastStepComesAfterTheStages() {
    assertEquals(
        "Wait for its turn DONE; Show it on test DONE; Keep what it says NOW Because.",
        steps(PublicationState.RUNNING, PublicationStep.SHOWING, false, false, SHOWN));
  }

  @Test
  void whatWasNotMadeIsShownNowhere() {
    assertEquals(
        "Wait for its turn DONE; Make version 1.0 of the draft FAILED; Show it on prod LEFT; Keep"
            + " what it says LEFT",
        steps(PublicationState.FAILED, PublicationStep.CREATING, true, false, OPEN));
  }

  @Test
  void whatIsNotEverywhereIsKeptAllTheSame() {
    assertEquals(
        "Wait for its turn DONE; Show it on test DONE; Show it on moon FAILED No such stage.; Keep"
            + " what it says DONE",
        steps(PublicationState.FAILED, PublicationStep.SHOWING, false, false, SHOWN, REFUSED));
    assertEquals(
        "Wait for its turn DONE; Make version 1.0 of the draft DONE; Keep what it says DONE",
        steps(PublicationState.DONE, PublicationStep.SHOWING, true, true));
  }
}
