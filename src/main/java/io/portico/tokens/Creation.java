package io.portico.tokens;

/** What became of a wish for a token. */
public sealed interface Creation {

  /**
   * It was made.
   *
   * @param secret to be shown now; the portal does not keep it
   */
  record Made(AccessToken token, TokenSecret secret) implements Creation {}

  /** The same form had made it before; its secret was shown then. */
  record MadeBefore(AccessToken token) implements Creation {}

  /** Its owner has as many live tokens as one may have; nothing was made. */
  record TooMany() implements Creation {}
}
