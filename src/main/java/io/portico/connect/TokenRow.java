package io.portico.connect;

import io.portico.portal.Moment;
import io.portico.tokens.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token in the list.
 *
 * @param mayRevoke whether the person who looks may end it
 */
public record TokenRow(AccessToken token, List<ShownGrant> grants, Instant now, boolean mayRevoke) {

  public boolean isLive() {
    return token.isLiveAt(now);
  }

  public boolean isRevocable() {
    return isLive() && mayRevoke;
  }

  public Moment created() {
    return moment(token.createdAt());
  }

  public Moment expires() {
    return moment(token.expiresAt());
  }

  public Optional<Moment> lastUsed() {
    return token.lastUsedAt().map(this::moment);
  }

  public Optional<Moment> revoked() {
    return token.revocation().map(revocation -> moment(revocation.at()));
  }

  private Moment moment(Instant at) {
    return new Moment(at, now);
  }
}
