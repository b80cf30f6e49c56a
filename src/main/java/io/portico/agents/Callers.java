package io.portico.agents;

import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Caller;
import io.portico.identity.IdentityProviderUnavailable;
import io.portico.identity.InvalidToken;
import io.portico.portal.Problem;
import io.portico.tokens.BearerHeader;
import io.portico.tokens.BearerTokens;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells which program asks, by its bearer token. No cookie counts. Blocks. */
@ApplicationScoped
public class Callers {
  private static final long PATIENCE_SECONDS = 10;

  private final BearerTokens tokens;

  Callers(BearerTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The caller.
   *
   * @throws Refused if there is no token, it is not good, or that cannot be told
   */
  public Caller of(RoutingContext context) {
    return BearerHeader.of(context.request().headers())
        .map(this::caller)
        .orElseThrow(() -> new Refused(Problem.UNAUTHENTICATED));
  }

  private Caller caller(String token) {
    try {
      return tokens
          .callerOf(token)
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof InvalidToken invalid) {
        throw new Refused(Problem.INVALID_TOKEN, invalid.getMessage());
      }
      if (e.getCause() instanceof DatabaseUnavailable
          || e.getCause() instanceof IdentityProviderUnavailable
          || e.getCause() instanceof TimeoutException) {
        throw new Refused(Problem.TOKENS_UNVERIFIED);
      }
      throw e;
    }
  }
}
