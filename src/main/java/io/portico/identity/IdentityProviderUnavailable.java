package io.portico.identity;

/**
 * The identity provider cannot be asked for its keys, so nobody can tell whether a token is good.
 */
public final class IdentityProviderUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IdentityProviderUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
