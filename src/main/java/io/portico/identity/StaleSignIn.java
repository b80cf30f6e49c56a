package io.portico.identity;

/** Somebody who is signed in wants something that takes a newer sign-in. */
public final class StaleSignIn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleSignIn() {
    // No stack trace: this is an answer, not an accident.
    super("The sign-in is too old for this.", null, false, false);
  }
}
