package io.portico.tokens;

import io.portico.identity.AccessJwts;
import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** Finds out who calls with a bearer token (RFC 6750). */
@Singleton
public class BearerTokens {
  private final TokenVerification accessTokens;
  private final AccessJwts jwts;

  BearerTokens(TokenVerification accessTokens, AccessJwts jwts) {
    this.accessTokens = accessTokens;
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
    return token.startsWith(TokenSecret.PREFIX)
        ? accessTokens.callerOf(token)
        : jwts.callerOf(token);
  }
}
