package io.portico.identity;

/**
 * The identity provider cannot be asked for its keys, so nobody can tell whether a token is good.
 */
public final class IdentityProviderUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IdentityProviderUnavailable(String message) {
    // No stack trace and no cause: Quarkus logs what it met, once.
    super(message, null, false, false);
  }
}
