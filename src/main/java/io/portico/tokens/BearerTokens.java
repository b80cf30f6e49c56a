package io.portico.tokens;

import io.portico.identity.AccessJwts;
import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out who calls with a bearer token (RFC 6750). */
@ApplicationScoped
public class BearerTokens {
  private static final String PREFIX = "portico_";

  private final AccessJwts jwts;

  BearerTokens(AccessJwts jwts) {
    this.jwts = jwts;
  }

  /**
   * The caller.
   *
   * @param token what stood behind {@code Bearer}
   * @return fails with {@link InvalidToken} if the token is not good, and with {@link
   *     io.portico.database.DatabaseUnavailable} or {@link
   *     io.portico.identity.IdentityProviderUnavailable} if that cannot be told at the moment
   */
  public CompletionStage<Caller> callerOf(String token) {
    if (!token.startsWith(PREFIX)) {
      return jwts.callerOf(token);
    }
    return CompletableFuture.failedFuture(new InvalidToken("The token is unknown."));
  }
}
