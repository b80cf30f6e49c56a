package io.portico.agents.tools;

/** A tool does not do what it was asked for. The message tells the agent how to go on. */
final class ToolRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean denied;

  private ToolRefusal(String message, boolean denied) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
    this.denied = denied;
  }

  /** What was asked for makes no sense. */
  static ToolRefusal of(String message) {
    return new ToolRefusal(message, false);
  }

  /** The caller may not, or there is no such thing; the message does not tell which. */
  static ToolRefusal denied(String message) {
    return new ToolRefusal(message, true);
  }

  boolean isDenied() {
    return denied;
  }
}
