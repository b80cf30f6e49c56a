package io.portico.agents.tools;

import io.portico.portal.Problem;

/** A tool does not do what it was asked for. The message tells the agent how to go on. */
final class ToolRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  private ToolRefusal(Problem problem, String message) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
    this.problem = problem;
  }

  /** What was asked for makes no sense. */
  static ToolRefusal of(String message) {
    return new ToolRefusal(Problem.TOOL_REFUSED, message);
  }

  /** The caller may not, or there is no such thing; the message does not tell which. */
  static ToolRefusal denied(String message) {
    return new ToolRefusal(Problem.NOT_FOUND, message);
  }

  /** The caller may see it, and not do this. */
  static ToolRefusal forbidden(String message) {
    return new ToolRefusal(Problem.FORBIDDEN, message);
  }

  Problem problem() {
    return problem;
  }
}
