package io.portico.tokens;

import io.portico.identity.Person;
import io.portico.tokens.AccessToken.Revocation;
import io.portico.tokens.AccessToken.Somebody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The portal's own access tokens. Every method blocks, and throws {@link
 * io.portico.database.DatabaseUnavailable} while the database is away.
 */
@ApplicationScoped
public class AccessTokens {
  /** Live tokens that a person, or a group, may have. */
  public static final int LIMIT = 50;

  private final TokenStore store;
  private final TokenLookup lookup;
  private final Sightings sightings;
  private final Clock clock;

  @Inject
  AccessTokens(TokenStore store, TokenLookup lookup, Sightings sightings) {
    this(store, lookup, sightings, Clock.systemUTC());
  }

  AccessTokens(TokenStore store, TokenLookup lookup, Sightings sightings, Clock clock) {
    this.store = store;
    this.lookup = lookup;
    this.sightings = sightings;
    this.clock = clock;
  }

  /** Makes a token, once for each form. */
  public Creation create(NewToken wish, Person by) {
    if (!wish.owner().isGroup()) {
      sightings.insertIfMissing(by);
    }
    AccessToken token =
        new AccessToken(
            UUID.randomUUID(),
            wish.name(),
            wish.owner(),
            wish.grants(),
            now(),
            somebody(by),
            wish.expiresAt().truncatedTo(ChronoUnit.MICROS),
            Optional.empty(),
            Optional.empty());
    TokenSecret secret = TokenSecret.next();
    return store.insert(token, secret.hash(), wish.nonce(), LIMIT)
        ? new Creation.Made(token, secret)
        : store
            .madeBy(by.subject(), wish.nonce())
            .<Creation>map(Creation.MadeBefore::new)
            .orElseGet(Creation.TooMany::new);
  }

  /** The person's own tokens and those of their groups, newest first; ended ones for 30 days. */
  public List<AccessToken> of(Person person) {
    return store.ownedBy(person.subject(), person.groups());
  }

  /** A token, whoever asks. */
  public Optional<AccessToken> find(UUID id) {
    return store.find(id);
  }

  /**
   * Ends a token for good: at once here, within half a minute on other replicas.
   *
   * @return false if it had been revoked before
   */
  public boolean revoke(UUID id, Person by) {
    Optional<TokenHash> revoked = store.revoke(id, new Revocation(now(), somebody(by)));
    revoked.ifPresent(lookup::forget);
    return revoked.isPresent();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Somebody somebody(Person person) {
    return new Somebody(person.subject(), person.name());
  }
}
