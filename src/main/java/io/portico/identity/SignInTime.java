package io.portico.identity;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;

/** What an ID token tells of the time of a sign-in. */
public enum SignInTime {
  /**
   * When the person proved who they are (OpenID Connect Core 1.0, 2). It stays the same when the
   * token is refreshed (12.2).
   */
  AUTH_TIME(Claims.auth_time),

  /**
   * When the token was issued, for providers of a developer's machine, which tell nothing better: a
   * refresh makes it new without anybody signing in.
   */
  ISSUE_TIME(Claims.iat);

  private final Claims claim;

  SignInTime(Claims claim) {
    this.claim = claim;
  }

  /** Empty where the token tells no time that could be meant. */
  Optional<Instant> in(JsonObject claims) {
    return claims.getValue(claim.name()) instanceof Number seconds && isTime(seconds)
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  private static boolean isTime(Number seconds) {
    return seconds.doubleValue() >= 1 && seconds.doubleValue() <= Instant.MAX.getEpochSecond();
  }
}
