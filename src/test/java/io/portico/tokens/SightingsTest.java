package io.portico.tokens;

import static io.portico.tokens.KeptTokens.ada;
import static io.portico.tokens.KeptTokens.callerAt;
import static io.portico.tokens.KeptTokens.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.database.Database;
import io.portico.identity.Person;
import io.portico.identity.SessionEvent;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sign-ins tell of people's groups counts for their tokens. */
@QuarkusTest
class SightingsTest {
  @Inject KeptTokens kept;
  @Inject AccessTokens tokens;
  @Inject TokenStore store;
  @Inject Sightings sightings;
  @Inject Event<SessionEvent> sessions;
  @Inject Database database;
  @Inject SandboxDatabase postgres;

  @BeforeEach
  void empty() {
    kept.empty();
  }

  @Test
  @Holds(Promise.REMOVED_GROUPS_END)
  void aGroupLostAtASignInIsLostForTheToken() {
    Creation.Made made = kept.made();
    sessions.fire(new SessionEvent(ada("forecasting-readers"), SessionEvent.Kind.STARTED));
    Eventually.equal(0, sightings::waiting);
    assertEquals(Set.of("forecasting-readers"), callerAt(kept.replica(now()), made).groups());
    sessions.fire(new SessionEvent(ada(), SessionEvent.Kind.REFRESHED));
    Eventually.equal(0, sightings::waiting);
    assertEquals(Set.of(), callerAt(kept.replica(now()), made).groups());
  }

  @Test
  void aSignOutBringsNoGroups() {
    Creation.Made made = kept.made();
    sessions.fire(new SessionEvent(ada("admins"), SessionEvent.Kind.ENDED));
    sightings.write();
    assertFalse(callerAt(kept.replica(now()), made).groups().contains("admins"));
  }

  @Test
  void anOlderSightingDoesNotUndoANewerOne() {
    Creation.Made made = kept.made();
    Sightings late =
        new Sightings(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5).negated()));
    late.saw(ada("admins"));
    late.write();
    assertFalse(callerAt(kept.replica(now()), made).groups().contains("admins"));
  }

  @Test
  void aSignInDuringAnOutageCountsAfterIt() {
    Creation.Made made = kept.made();
    postgres.goDown();
    try {
      sessions.fire(new SessionEvent(ada("forecasting-readers"), SessionEvent.Kind.STARTED));
      sightings.write();
      assertEquals(1, sightings.waiting());
    } finally {
      postgres.comeUp();
    }
    sightings.write();
    assertEquals(0, sightings.waiting());
    assertEquals(Set.of("forecasting-readers"), callerAt(kept.replica(now()), made).groups());
  }

  @Test
  void aSightingThatCannotBeWrittenKeepsNoOtherWaiting() {
    Creation.Made made = kept.made();
    sightings.saw(new Person("nul\u0000", "N", Set.of(), Set.of(), "s"));
    sightings.saw(ada("forecasting-readers"));
    sightings.write();
    assertEquals(0, sightings.waiting());
    assertEquals(Set.of("forecasting-readers"), callerAt(kept.replica(now()), made).groups());
  }

  @Test
  void whatWaitsIsWrittenAtTheStop() {
    Creation.Made made = kept.made();
    LastUses uses = new LastUses(store);
    Instant used = Instant.parse("2026-11-23T12:00:00Z");
    uses.note(made.token().id(), used);
    Sightings seen = new Sightings(database);
    seen.saw(ada("forecasting-readers"));
    new TokenHousekeeping(uses, seen, store).stop(null);
    assertEquals(Optional.of(used), tokens.find(made.token().id()).orElseThrow().lastUsedAt());
    assertEquals(Set.of("forecasting-readers"), callerAt(kept.replica(now()), made).groups());
  }
}
