package io.portico.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/** What was read last of each token, for when the database is away. */
final class LastGood {
  /** Empty where the token was revoked. */
  private final Cache<TokenHash, Optional<KnownToken>> tokens;

  LastGood(Duration grace, Ticker ticker) {
    tokens =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(TokenLookup.MAX_TOKENS)
            .expireAfterWrite(grace)
            .build();
  }

  Optional<KnownToken> find(TokenHash hash) {
    Optional<KnownToken> token = tokens.getIfPresent(hash);
    return token == null ? Optional.empty() : token;
  }

  /** A query may have begun before the token ended, and does not bring it back. */
  void remember(TokenHash hash, KnownToken token) {
    if (token.token().revocation().isPresent()) {
      end(hash);
    } else {
      tokens
          .asMap()
          .merge(hash, Optional.of(token), (before, now) -> before.isPresent() ? now : before);
    }
  }

  /** The token was revoked, which is for good. */
  void end(TokenHash hash) {
    tokens.put(hash, Optional.empty());
  }
}
