package io.portico.identity;

/** A bearer token that opens nothing. The message tells its holder what to do, and no secret. */
public final class InvalidToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidToken(String message) {
    // No stack trace: this is an answer, not an accident.
    super(message, null, false, false);
  }
}
