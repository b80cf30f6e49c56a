package io.portico.identity;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The identity provider cannot be asked for its keys, so nobody can tell whether a token is good.
 */
public final class IdentityProviderUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IdentityProviderUnavailable(String message) {
    // No stack trace and no cause: Quarkus logs what it met, once.
    super(message, null, false, false);
  }

  /** Whether a failed sign-in goes back to a provider that could not be asked. */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof TimeoutException
                    // Quarkus (OidcProviderClientImpl, 3.31) puts a failure's cause in its place,
                    // and that of a time-out is null.
                    || cause instanceof NullPointerException);
  }
}
