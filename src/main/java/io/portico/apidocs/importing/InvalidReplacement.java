package io.portico.apidocs.importing;

/** What cannot be found or written; the message tells people what to do. */
final class InvalidReplacement extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidReplacement(String message) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
  }
}
