package io.portico.tokens;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An access token of the portal, without its secret.
 *
 * @param name for people; not unique
 * @param grants the most it may do, by resource: {@code mlflow/churn} to {@code viewer}
 * @param createdAt to the microsecond, as PostgreSQL keeps it, like all times here
 * @param lastUsedAt up to a minute old; empty if it was never used
 */
public record AccessToken(
    UUID id,
    String name,
    Owner owner,
    Map<String, String> grants,
    Instant createdAt,
    Somebody createdBy,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Revocation> revocation) {

  /** A person as they were called at that time. */
  public record Somebody(String subject, String name) {}

  /** When and by whom the token was ended. */
  public record Revocation(Instant at, Somebody by) {}

  /** Neither revoked nor expired; its owner may have lost access all the same. */
  public boolean isLiveAt(Instant now) {
    return revocation.isEmpty() && now.isBefore(expiresAt);
  }
}
