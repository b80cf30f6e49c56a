package io.portico.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the identity provider says when it ends sessions (OpenID Connect Back-Channel Logout 1.0,
 * 2.4).
 *
 * @param id another one for each, however often it is sent
 * @param session the one that ended; empty if all of the subject's did
 * @param subject whose; empty if the session says it all
 * @param issuedAt by the provider's clock
 */
public record LogoutToken(
    String id, Optional<String> session, Optional<String> subject, Instant issuedAt) {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** Explicit typing is recommended, and not demanded. */
  private static final Set<String> HEADER_TYPES =
      Set.of("jwt", "logout+jwt", "application/logout+jwt");

  /** What providers are told to give it at most is two minutes. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  /** The provider's clock may be ahead of ours. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * Reads a token whose signature, issuer and expiry are somebody else's business (2.6).
   *
   * @param client the portal's id at the provider
   * @throws InvalidToken if it is none, or was made for another client or at another time
   */
  static LogoutToken parse(String jwt, String client, Instant now) {
    JwtContent content = JwtContent.read(jwt);
    check(isLogoutToken(content), "The token is no logout token.");
    check(isFor(content.claims().getValue("aud"), client), "The token is for another audience.");
    LogoutToken token =
        new LogoutToken(
            content.text("jti").orElseThrow(() -> new InvalidToken("The token has no jti.")),
            content.text("sid"),
            content.text("sub"),
            SignInTime.ISSUE_TIME
                .in(content.claims())
                .orElseThrow(() -> new InvalidToken("The token does not say when it was issued.")));
    check(
        token.session.isPresent() || token.subject.isPresent(),
        "The token names neither a session nor a subject.");
    check(token.isRecent(now), "The token was not issued just now.");
    return token;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidToken(otherwise);
    }
  }

  /** ID tokens have a nonce here, and access tokens no such event. */
  private static boolean isLogoutToken(JwtContent content) {
    JsonObject claims = content.claims();
    return HEADER_TYPES.contains(JwtContent.saying(content.header(), "typ", "jwt"))
        // Keycloak's word.
        && JwtContent.saying(claims, "typ", "logout").equals("logout")
        && claims.getValue("events") instanceof JsonObject events
        && events.getValue(EVENT) instanceof JsonObject
        && !claims.containsKey("nonce");
  }

  private static boolean isFor(Object audience, String client) {
    return audience instanceof JsonArray several
        ? several.contains(client)
        : client.equals(audience);
  }

  private boolean isRecent(Instant now) {
    return !issuedAt.isBefore(now.minus(RECENT)) && !issuedAt.isAfter(now.plus(GRACE));
  }
}
