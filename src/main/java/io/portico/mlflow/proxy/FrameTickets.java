package io.portico.mlflow.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portico.identity.EndedSessions;
import io.portico.identity.Person;
import io.portico.mlflow.ServerAccess;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tickets from the portal's origin to the MLflow origin: made for a signed-in person, exchanged
 * once for a short session there.
 */
@Singleton
public class FrameTickets {
  static final Duration TICKET_LIFETIME = Duration.ofSeconds(30);
  static final Duration SESSION_LIFETIME = Duration.ofMinutes(5);
  private static final int MAX_NAME = 100;

  private final FrameSeal seal;
  private final EndedSessions ended;
  private final Clock clock;

  /** Ids of this replica's last tickets; each is worthless by itself after its 30 seconds. */
  private final Cache<String, Boolean> spent =
      Caffeine.newBuilder().expireAfterWrite(TICKET_LIFETIME.multipliedBy(2)).build();

  @Inject
  FrameTickets(FrameSeal seal, EndedSessions ended) {
    this(seal, ended, Clock.systemUTC());
  }

  FrameTickets(FrameSeal seal, EndedSessions ended, Clock clock) {
    this.seal = seal;
    this.ended = ended;
    this.clock = clock;
  }

  /** A ticket for the level that the person has now. */
  String issue(ServerAccess access, Person person) {
    return seal.ticket(
        new FrameGrant(
            UUID.randomUUID().toString(),
            access.server().id(),
            access.level(),
            person.subject(),
            shortened(person.name()),
            person.session(),
            clock.instant().plus(TICKET_LIFETIME)));
  }

  /** It travels in a cookie. */
  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), MAX_NAME));
  }

  /**
   * A sealed session for a ticket; empty if it is forged, expired, spent, for another server, or
   * the sign-in behind it has ended.
   */
  Optional<String> exchange(String ticket, String server) {
    return seal.openTicket(ticket)
        .filter(grant -> grant.isFor(server, clock.instant()))
        .filter(grant -> isLive(grant, TICKET_LIFETIME))
        .filter(grant -> spent.asMap().putIfAbsent(grant.id(), true) == null)
        .map(grant -> seal.session(grant.until(clock.instant().plus(SESSION_LIFETIME))));
  }

  /**
   * The grant of a sealed session; empty if it is forged, expired, for another server, or the
   * sign-in behind it has ended.
   */
  Optional<FrameGrant> session(String sealed, String server) {
    return seal.openSession(sealed)
        .filter(grant -> grant.isFor(server, clock.instant()))
        .filter(grant -> isLive(grant, SESSION_LIFETIME));
  }

  private boolean isLive(FrameGrant grant, Duration lifetime) {
    return !ended.include(grant.session(), grant.subject(), grant.expires().minus(lifetime));
  }
}
