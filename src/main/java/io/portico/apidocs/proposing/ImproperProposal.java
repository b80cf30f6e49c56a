package io.portico.apidocs.proposing;

/** What cannot be proposed; the message tells whoever proposes what to do instead. */
public final class ImproperProposal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImproperProposal(String message) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
  }
}
