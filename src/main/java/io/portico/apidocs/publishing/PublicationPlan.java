package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a planned publication shows.
 *
 * @param mark of what it was computed from
 * @param parts how many the version has; empty if that is not known
 * @param unreadable how many of them the portal cannot read
 * @param obstacle why it cannot be done, and what to do; empty if it can
 * @param note why it is shown again
 */
public record PublicationPlan(
    ApiAccess access,
    Publication of,
    String mark,
    Optional<Integer> parts,
    int unreadable,
    List<StageChange> stages,
    Optional<String> obstacle,
    Optional<String> note) {

  /** What happens after the confirmation, in its order. */
  public List<String> steps() {
    List<String> steps = new ArrayList<>();
    if (of.makes()) {
      steps.add(
          "Make version %s of the draft%s."
              .formatted(of.version(), parts.map(", %,d parts"::formatted).orElse("")));
    }
    for (StageChange stage : stages) {
      steps.add(
          "Show it on %s%s."
              .formatted(
                  stage.stage(), stage.before().map(" in place of %s"::formatted).orElse("")));
    }
    steps.add("Read back what it says, keep that, and take down who did it.");
    return steps;
  }

  /** The confirmation, in the words of what it brings about. */
  public String act() {
    if (stages.isEmpty()) {
      return "Make version " + of.version();
    }
    String names = Names.list(stages.stream().map(StageChange::stage).toList());
    if (of.makes()) {
      return "Publish %s to %s".formatted(of.version(), names);
    }
    return stages.stream().allMatch(StageChange::rollsBack)
        ? "Roll back %s to %s".formatted(names, of.version())
        : "Show %s on %s".formatted(of.version(), names);
  }
}
