package io.portico.agents;

import io.portico.portal.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom to tell of weaknesses (RFC 9116). */
record SecurityText(Origin portal, String contact) {
  private static final Pattern ADDRESS = Pattern.compile("(?:mailto:|https://|tel:)[\\x21-\\x7e]+");
  private static final Pattern MAIL = Pattern.compile("[^\\s@:/<>\"]+@[^\\s@:/<>\"]+");

  /** Less than a year, as 2.5.5 recommends; a portal that is gone shall not speak for long. */
  private static final Duration LIFETIME = Duration.ofDays(90);

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /**
   * Of what is configured; empty without an address.
   *
   * @param usual whom people ask for access, if nobody else is named: an address, or a sentence
   */
  static Optional<SecurityText> of(Origin portal, Optional<String> named, Optional<String> usual) {
    return named
        .or(() -> usual.map(text -> MAIL.matcher(text).matches() ? "mailto:" + text : text))
        .filter(SecurityText::isAddress)
        .map(contact -> new SecurityText(portal, contact));
  }

  /** The same for a day, so that it can be cached. */
  String text(Instant now) {
    Instant expires = now.truncatedTo(ChronoUnit.DAYS).plus(LIFETIME);
    return "Contact: %s\nExpires: %s\nCanonical: %s\n"
        .formatted(contact, expires, portal.resolve("/.well-known/security.txt"));
  }
}
