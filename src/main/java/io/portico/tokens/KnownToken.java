package io.portico.tokens;

import io.portico.identity.Caller;
import io.portico.identity.InvalidToken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * A token as the database has it.
 *
 * @param owner empty for a group, and for a person who was never seen
 */
record KnownToken(AccessToken token, Optional<Sighting> owner) {
  static final String MAKE_ANOTHER = "Make another one in the portal, under Connect.";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * Whom the token speaks for: it has never more than its owner's present groups.
   *
   * @param signInMaxAge how long a person's sign-in vouches for their tokens
   * @throws InvalidToken if it opens nothing at that time
   */
  Caller callerAt(Instant now, Duration signInMaxAge) {
    if (token.revocation().isPresent()) {
      throw new InvalidToken(
          "The token was revoked on "
              + DAY.format(token.revocation().get().at())
              + ". "
              + MAKE_ANOTHER);
    }
    if (!now.isBefore(token.expiresAt())) {
      throw new InvalidToken(
          "The token expired on " + DAY.format(token.expiresAt()) + ". " + MAKE_ANOTHER);
    }
    return token.owner().isGroup() ? service() : person(now.minus(signInMaxAge));
  }

  private Caller service() {
    return caller("service:" + token.id(), token.name(), Set.of(token.owner().id()));
  }

  private Caller person(Instant seenSince) {
    Sighting person =
        owner
            .filter(sighting -> !sighting.at().isBefore(seenSince))
            .orElseThrow(
                () ->
                    new InvalidToken(
                        "The token rests until its owner signs in to the portal again."));
    return caller(person.subject(), person.name(), person.groups());
  }

  private Caller caller(String subject, String name, Set<String> groups) {
    return new Caller(
        subject,
        name,
        groups,
        Set.of(),
        Optional.of(new Caller.Token(token.id().toString(), token.grants())));
  }
}
