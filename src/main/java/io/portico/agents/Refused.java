package io.portico.agents;

import io.portico.portal.Problem;

/** Whoever asks does not get what was asked for. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  public Refused(Problem problem) {
    this(problem, problem.meaning());
  }

  /**
   * @param detail of this time
   */
  public Refused(Problem problem, String detail) {
    // No stack trace: this is an answer, not an accident.
    super(detail, null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
