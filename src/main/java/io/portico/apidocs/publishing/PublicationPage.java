package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Stage;
import io.portico.portal.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a confirmed publication shows.
 *
 * @param stages the API's, as API Gateway has them; empty while it is running, and if nobody can
 *     tell
 */
public record PublicationPage(
    ApiAccess access, Publication of, Optional<List<Stage>> stages, Instant now) {

  public List<ShownStep> steps() {
    return ShownStep.of(of);
  }

  /** From 1; the number of steps when all are over. */
  public int position() {
    List<ShownStep> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).progress() == ShownStep.Progress.NOW) {
        return i + 1;
      }
    }
    return steps.size();
  }

  public String step() {
    return steps().get(position() - 1).words();
  }

  /** Until it goes on; empty if it does not wait. */
  public Optional<Long> seconds() {
    return of.nextTryAt()
        .map(at -> Math.max(0, Duration.between(now, at).plusMillis(999).toSeconds()));
  }

  /** Tells what the browser shows already. */
  public String mark() {
    return Integer.toHexString((of.state() + " " + steps() + " " + of.nextTryAt()).hashCode());
  }

  public Moment planned() {
    return new Moment(of.plannedAt(), now);
  }

  public Optional<Moment> ended() {
    return of.endedAt().map(at -> new Moment(at, now));
  }

  public List<StageResult> results() {
    return of.stages().stream().map(stage -> new StageResult(of, stage, current(stage))).toList();
  }

  private Optional<Stage> current(PublicationStage planned) {
    return stages.orElse(List.of()).stream()
        .filter(stage -> stage.name().equals(planned.stage()))
        .findFirst();
  }

  /** Whether the form can be filled in with it again. */
  public boolean isRepeatable() {
    return access.mayPublish() && of.state() == PublicationState.FAILED && of.isToBeMade();
  }
}
