package io.portico.identity;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are over before their time, as far as this replica knows. */
@ApplicationScoped
public class EndedSessions {
  /** A session whose ID token is older is over in any case: none outlives the memory of its end. */
  private static final Duration OLDEST = Duration.ofDays(1);

  /** Longer by more than word of an end is under way, and clocks differ. */
  public static final Duration REMEMBERED = OLDEST.plusHours(1);

  /**
   * Word of an end takes its time to all replicas: what the session became meanwhile, by a refresh
   * or a ticket, has ended with it.
   */
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);

  private final Map<String, Instant> ofSessions = new ConcurrentHashMap<>();
  private final Map<String, Instant> ofSubjects = new ConcurrentHashMap<>();
  private final Clock clock;

  @Inject
  public EndedSessions() {
    this(Clock.systemUTC());
  }

  EndedSessions(Clock clock) {
    this.clock = clock;
  }

  /** Of what has just been told. */
  public void add(SessionEnd end) {
    add(end, clock.instant());
  }

  /**
   * Ends what was issued or granted until the portal knew: it may have learned late, and the
   * provider's clock may be behind.
   *
   * @param known since when it does
   */
  public void add(SessionEnd end, Instant known) {
    Instant at = later(end.at(), known);
    end.session()
        .ifPresentOrElse(
            session -> ofSessions.merge(session, at, EndedSessions::later),
            () -> ofSubjects.merge(end.subject().get(), at, EndedSessions::later));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Forgets what no session is left of. */
  public void forgetOld() {
    Instant old = clock.instant().minus(REMEMBERED);
    ofSessions.values().removeIf(end -> end.isBefore(old));
    ofSubjects.values().removeIf(end -> end.isBefore(old));
  }

  /**
   * Whether what was granted to a session has ended with it.
   *
   * @param session as the {@link Person} has it
   * @param granted by our own clock
   */
  public boolean include(String session, String subject, Instant granted) {
    return isReached(granted, Optional.empty(), ofSessions.get(session))
        || isReached(granted, Optional.empty(), ofSubjects.get(subject));
  }

  /** Whether the session of an ID token has ended, or is too old to be known. */
  boolean include(JsonObject idToken) {
    Instant issued = SignInTime.ISSUE_TIME.in(idToken).orElse(Instant.MIN);
    Optional<Instant> signedIn = SignInTime.AUTH_TIME.in(idToken);
    return issued.isBefore(clock.instant().minus(OLDEST))
        || isReached(issued, signedIn, end(ofSessions, idToken.getValue("sid")))
        || isReached(issued, signedIn, end(ofSubjects, idToken.getValue("sub")));
  }

  private static Instant end(Map<String, Instant> ends, Object id) {
    return id == null ? null : ends.get(id.toString());
  }

  /** Who proved who they are after the end has begun something new. */
  private static boolean isReached(Instant issued, Optional<Instant> signedIn, Instant end) {
    return end != null
        && !issued.isAfter(end.plus(UNDER_WAY))
        && signedIn.filter(end::isBefore).isEmpty();
  }
}
