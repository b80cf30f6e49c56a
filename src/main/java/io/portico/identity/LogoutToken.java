package io.portico.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What the identity provider sends when it ends sessions (OpenID Connect Back-Channel Logout 1.0,
 * 2.4 and 2.6).
 */
final class LogoutToken {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** Explicit typing is recommended, and not demanded. */
  private static final Set<String> HEADER_TYPES =
      Set.of("jwt", "logout+jwt", "application/logout+jwt");

  /** What providers are told to give it at most is two minutes. */
  private static final Duration RECENT = Duration.ofMinutes(5);

  /** The provider's clock may be ahead of ours. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private LogoutToken() {}

  /**
   * Reads a token whose signature, issuer and expiry are somebody else's business.
   *
   * @param client the portal's id at the provider
   * @throws InvalidToken if it is none, or was made for another client or at another time
   */
  static SessionEnd parse(String jwt, String client, Instant now) {
    JwtContent content = JwtContent.read(jwt);
    check(isLogoutToken(content), "The token is no logout token.");
    check(isFor(content.claims().getValue("aud"), client), "The token is for another audience.");
    SessionEnd end =
        new SessionEnd(
            content.text("jti"),
            content.text("sid"),
            content.text("sub"),
            SignInTime.ISSUE_TIME
                .in(content.claims())
                .orElseThrow(() -> new InvalidToken("The token does not say when it was issued.")));
    check(end.token().isPresent(), "The token has no jti.");
    check(
        end.session().isPresent() || end.subject().isPresent(),
        "The token names neither a session nor a subject.");
    check(isRecent(end.at(), now), "The token was not issued just now.");
    return end;
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

  private static boolean isRecent(Instant issued, Instant now) {
    return !issued.isBefore(now.minus(RECENT)) && !issued.isAfter(now.plus(GRACE));
  }
}
