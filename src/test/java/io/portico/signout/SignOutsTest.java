package io.portico.signout;

import static io.portico.signout.Provider.assertEnded;
import static io.portico.signout.Provider.isIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Away;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.EndedSessions;
import io.portico.identity.SessionEnd;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What one replica knows of ended sessions, the others learn. */
@QuarkusTest
@TestProfile(Provider.OneCompany.class)
class SignOutsTest {
  @Inject Provider provider;
  @Inject EndedSessionTable table;

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void anotherReplicaLearnsOfIt() throws IOException {
    Visitor visitor = provider.signedIn();
    SignOuts elsewhere = new SignOuts(new EndedSessions(), table);
    elsewhere
        .end(
            new SessionEnd(
                Optional.of("jti-" + provider.session),
                Optional.of(provider.session),
                Optional.empty(),
                Instant.now()))
        .toCompletableFuture()
        .join();
    elsewhere.stop(null);
    Eventually.equal(false, () -> isIn(visitor));
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void aReplicaThatStartsLearnsOfAllThatEnded() throws IOException {
    assertEnded(provider.tell(provider.logout()));
    EndedSessions known = new EndedSessions();
    SignOuts fresh = new SignOuts(known, table);
    fresh.start(null);
    Eventually.equal(true, () -> known.include(provider.session, provider.subject, Instant.now()));
    fresh.stop(null);
  }

  @Test
  @Holds(Promise.OUTAGES_ARE_BORNE)
  void whileTheDatabaseIsAwayItEndsHereAndSoonElsewhere() {
    Outage outage = new Outage();
    EndedSessions known = new EndedSessions();
    SignOuts replica = new SignOuts(known, outage);
    SessionEnd end =
        new SessionEnd(
            Optional.of("jti-" + provider.session),
            Optional.of(provider.session),
            Optional.of(provider.subject),
            Instant.now());
    outage.away = true;
    assertEquals(
        DatabaseUnavailable.class,
        assertThrows(CompletionException.class, () -> replica.end(end).toCompletableFuture().join())
            .getCause()
            .getClass());
    assertTrue(known.include(provider.session, provider.subject, Instant.now()));
    assertEquals(0, provider.rows());
    outage.away = false;
    replica.start(null);
    Eventually.equal(1, provider::rows);
    replica.stop(null);
  }

  @Test
  void oneThatCannotBeWrittenHoldsUpNoOther() {
    Outage outage = new Outage();
    SignOuts replica = new SignOuts(new EndedSessions(), outage);
    outage.away = true;
    for (String sid : new String[] {"unwritable \0", provider.session}) {
      Optional<String> id = Optional.of(UUID.randomUUID().toString());
      SessionEnd end =
          new SessionEnd(id, Optional.of(sid), Optional.of(provider.subject), Instant.now());
      assertThrows(CompletionException.class, () -> replica.end(end).toCompletableFuture().join());
    }
    outage.away = false;
    replica.start(null);
    Eventually.equal(1, provider::rows);
    replica.stop(null);
  }

  /** A table that is away when a test says so. */
  private final class Outage extends EndedSessionTable {
    private volatile boolean away;

    Outage() {
      super(null, null);
    }

    @Override
    void add(List<SessionEnd> ends) {
      if (away) {
        throw Away.unavailable();
      }
      table.add(ends);
    }

    @Override
    List<Stored> storedAfter(Instant time) {
      return List.of();
    }
  }
}
