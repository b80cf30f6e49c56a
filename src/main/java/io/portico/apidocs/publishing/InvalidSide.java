package io.portico.apidocs.publishing;

/** Nobody can tell what is to be compared; the message is for people. */
public final class InvalidSide extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSide() {
    // No stack trace: this is an answer, not an accident.
    super(
        "Choose what to compare: \"draft\", \"stage:\" and the name of a stage,"
            + " or \"version:\" and the name of a version.",
        null,
        false,
        false);
  }
}
