package io.portico.agents;

/** A reader does not get what was asked for. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  Refused(Problem problem) {
    this(problem, problem.meaning());
  }

  /**
   * @param detail of this time
   */
  Refused(Problem problem, String detail) {
    // No stack trace: this is an answer, not an accident.
    super(detail, null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
