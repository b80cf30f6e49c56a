package io.portico.sandbox.sigv4;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * A request whose signature has been read but not yet believed.
 *
 * @param bodyHash the hex SHA-256 of the body as received
 * @param now when it was received
 */
record SignedRequest(
    RequestHead head,
    String bodyHash,
    AuthorizationHeader authorization,
    AccessKey accessKey,
    SigningRule rule,
    Instant now) {

  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);

  boolean signs(String header) {
    return authorization.signedHeaders().contains(header);
  }

  /** The {@code X-Amz-Date} header as sent, when it was sent once. */
  Optional<String> amzDate() {
    List<String> values = head.headers().values("x-amz-date");
    return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
  }

  /** The moment that {@code X-Amz-Date} states, when it is well formed. */
  Optional<Instant> signedAt() {
    return amzDate().flatMap(SignedRequest::parse);
  }

  private static Optional<Instant> parse(String amzDate) {
    try {
      return Optional.of(LocalDateTime.parse(amzDate, AMZ_DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
