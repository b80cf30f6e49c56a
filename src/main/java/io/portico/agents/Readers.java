package io.portico.agents;

import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Caller;
import io.portico.identity.IdentityProviderUnavailable;
import io.portico.identity.InvalidToken;
import io.portico.identity.SignedIn;
import io.portico.tokens.BearerHeader;
import io.portico.tokens.BearerTokens;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells who asks: a program by its bearer token, a person by the session. Blocks. */
@ApplicationScoped
class Readers {
  private static final long PATIENCE_SECONDS = 10;

  private final BearerTokens tokens;
  private final SecurityIdentity identity;
  private final SignedIn signedIn;

  Readers(BearerTokens tokens, SecurityIdentity identity, SignedIn signedIn) {
    this.tokens = tokens;
    this.identity = identity;
    this.signedIn = signedIn;
  }

  /**
   * The reader. Where there is a header {@code Authorization} no cookie counts.
   *
   * @throws Refused if a token is not good, or that cannot be told
   */
  Reader of(RoutingContext context) {
    if (context.request().headers().contains("Authorization")) {
      Optional<String> token = BearerHeader.of(context.request().headers());
      return Reader.of(
          caller(token.orElseThrow(() -> new Refused(Problem.UNAUTHENTICATED))).groups());
    }
    return identity.isAnonymous() ? Reader.ANYBODY : Reader.of(signedIn.person().groups());
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

  /**
   * Whether it is a person at a browser, whom a sign-in helps: browsers say so (Fetch Metadata).
   */
  static boolean isAtBrowser(RoutingContext context) {
    String mode = context.request().getHeader("Sec-Fetch-Mode");
    return mode == null
        ? Format.preferred(context.request().headers().getAll("Accept"), List.of(Format.values()))
            .filter(Format.HTML::equals)
            .isPresent()
        : mode.equals("navigate");
  }
}
