package io.portico.tokens;

import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Tells who shows an access token of the portal. */
@Singleton
class TokenVerification {
  private final TokenLookup lookup;
  private final LastUses lastUses;
  private final TokensConfig config;
  private final Clock clock;

  @Inject
  TokenVerification(TokenLookup lookup, LastUses lastUses, TokensConfig config) {
    this(lookup, lastUses, config, Clock.systemUTC());
  }

  TokenVerification(TokenLookup lookup, LastUses lastUses, TokensConfig config, Clock clock) {
    this.lookup = lookup;
    this.lastUses = lastUses;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The caller. Never blocks; may go on in another thread.
   *
   * @return fails with {@link InvalidToken}, or with {@link
   *     io.portico.database.DatabaseUnavailable}, and wraps them in nothing
   */
  CompletionStage<Caller> callerOf(String secret) {
    CompletableFuture<Caller> caller = new CompletableFuture<>();
    TokenSecret.parse(secret)
        .map(parsed -> lookup.find(parsed.hash()).thenApply(this::caller))
        .orElseGet(() -> CompletableFuture.failedFuture(malformed()))
        .whenComplete(
            (good, failure) -> {
              if (failure == null) {
                caller.complete(good);
              } else {
                caller.completeExceptionally(
                    failure instanceof CompletionException ? failure.getCause() : failure);
              }
            });
    return caller;
  }

  private Caller caller(Optional<KnownToken> found) {
    KnownToken known = found.orElseThrow(TokenVerification::unknown);
    Instant now = clock.instant();
    Caller caller = known.callerAt(now, config.signInMaxAge());
    lastUses.note(known.token().id(), now);
    return caller;
  }

  private static InvalidToken malformed() {
    return new InvalidToken("This is not a token of the portal: it was mistyped or cut off.");
  }

  private static InvalidToken unknown() {
    return new InvalidToken("The token is unknown. " + KnownToken.MAKE_ANOTHER);
  }
}
