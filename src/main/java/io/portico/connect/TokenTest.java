package io.portico.connect;

import io.portico.identity.Caller;
import io.portico.identity.IdentityProviderUnavailable;
import io.portico.identity.InvalidToken;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Moment;
import io.portico.tokens.AccessToken;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.BearerTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Tells people what a token opens, as the way for programs would. */
@ApplicationScoped
class TokenTest {
  private final BearerTokens bearers;
  private final AccessTokens tokens;
  private final TrackingServers servers;

  TokenTest(BearerTokens bearers, AccessTokens tokens, TrackingServers servers) {
    this.bearers = bearers;
    this.tokens = tokens;
    this.servers = servers;
  }

  TestedToken of(String token) {
    if (token.isEmpty()) {
      return TestedToken.refused("There was no token in the field. Paste one.");
    }
    try {
      return good(bearers.callerOf(token).toCompletableFuture().join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof InvalidToken invalid) {
        return TestedToken.refused(invalid.getMessage());
      }
      if (e.getCause() instanceof IdentityProviderUnavailable) {
        return TestedToken.refused(
            "That cannot be told at the moment: the identity provider does not answer. Try again.");
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private TestedToken good(Caller caller) {
    Instant now = Instant.now();
    return new TestedToken(
        Optional.of(caller),
        servers.of(caller),
        caller
            .token()
            .flatMap(token -> tokens.find(UUID.fromString(token.id())))
            .map(AccessToken::expiresAt)
            .map(end -> new Moment(end, now)),
        Optional.empty());
  }
}
