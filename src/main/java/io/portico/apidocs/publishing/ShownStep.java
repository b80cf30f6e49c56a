package io.portico.apidocs.publishing;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the things that a publication does, as people see them: a {@link PublicationStep} that
 * shows it on three stages is three of them.
 *
 * @param detail more about it; may be empty
 */
public record ShownStep(String words, Progress progress, String detail) {
  /** How far it has come. */
  public enum Progress {
    OPEN("to come"),
    NOW("under way"),
    DONE("done"),
    FAILED("failed"),
    /** It never came to that. */
    LEFT("not done");

    private final String label;

    Progress(String label) {
      this.label = label;
    }

    /** For people. */
    public String label() {
      return label;
    }
  }

  /** All of a publication, in their order. */
  static List<ShownStep> of(Publication publication) {
    return new Sequence(publication).steps();
  }

  public boolean isDone() {
    return progress == Progress.DONE;
  }

  /** What stands where. */
  private static final class Sequence {
    private final Publication publication;
    private final List<ShownStep> steps = new ArrayList<>();

    /** The first that is not over is the one under way, or the one it failed at. */
    private boolean over = true;

    Sequence(Publication publication) {
      this.publication = publication;
    }

    List<ShownStep> steps() {
      boolean begun = publication.step().position() > PublicationStep.WAITING.position();
      boolean made = !publication.isToBeMade();
      boolean tried = publication.stages().stream().noneMatch(PublicationStage::isOpen);
      add("Wait for its turn", begun);
      if (publication.makes()) {
        add("Make version %s of the draft".formatted(publication.version()), made);
      }
      publication.stages().forEach(this::add);
      add("Keep what it says", begun && made && tried && !publication.isRunning());
      return steps;
    }

    private void add(PublicationStage stage) {
      String words = "Show it on " + stage.stage();
      if (stage.problem().isEmpty()) {
        add(words, stage.isShown());
      } else {
        steps.add(new ShownStep(words, Progress.FAILED, stage.problem()));
      }
    }

    private void add(String words, boolean done) {
      boolean next = over && !done;
      over = over && done;
      boolean told = next && publication.isRunning();
      steps.add(
          new ShownStep(
              words, done ? Progress.DONE : undone(next), told ? publication.message() : ""));
    }

    private Progress undone(boolean next) {
      if (publication.isRunning()) {
        return next ? Progress.NOW : Progress.OPEN;
      }
      return next ? Progress.FAILED : Progress.LEFT;
    }
  }
}
