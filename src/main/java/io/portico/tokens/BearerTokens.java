package io.portico.tokens;

import io.portico.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out who calls with a bearer token (RFC 6750). */
@ApplicationScoped
public class BearerTokens {

  /**
   * The caller.
   *
   * @param token what stood behind {@code Bearer}
   * @return fails with {@link InvalidToken} if the token is not good, and with {@link
   *     io.portico.database.DatabaseUnavailable} if that cannot be told at the moment
   */
  public CompletionStage<Caller> callerOf(String token) {
    return CompletableFuture.failedFuture(new InvalidToken("The token is unknown."));
  }
}
