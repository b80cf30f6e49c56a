package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.QuotaTurns;
import io.portico.apidocs.Stage;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.database.Database;
import io.portico.database.Schema;
import io.portico.database.WatchedDatabase;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class PublicationJobTest {
  private static final Actor PAT = new Actor("p-1", "Pat", "session");
  private static final int PATIENCE = 60;

  @Inject AgroalDataSource dataSource;
  @Inject Schema schema;
  @Inject Database database;
  @Inject PublicationTable table;
  @Inject Audit audit;
  @Inject Snapshots snapshots;

  private final FakeApi api = new FakeApi();

  /** The end of a process, wherever it is. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** One replica, which may be killed before or after anything it does outside of itself. */
  private final class Replica {
    final UUID worker = UUID.randomUUID();
    private final int fatal;
    private final AtomicInteger points = new AtomicInteger();
    private final Database watched = new WatchedDatabase(dataSource, schema, this::point);
    final RunningPublications running = new RunningPublications(watched, audit);

    Replica(int fatal) {
      this.fatal = fatal;
    }

    private void point() {
      if (points.getAndIncrement() == fatal) {
        throw new Killed();
      }
    }

    private PublicationJob job(UUID id) {
      PublishedApi mortal =
          (PublishedApi)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {PublishedApi.class},
                  (proxy, method, arguments) -> {
                    point();
                    try {
                      Object result = method.invoke(api, arguments);
                      point();
                      return result;
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  });
      return new PublicationJob(
          new Lease(running, id, worker),
          mortal,
          new QuotaTurns(watched, quota -> Duration.ZERO),
          new Snapshots(watched));
    }

    /** Carries on until it ends, or the replica does. */
    void carryOut(UUID id) {
      PublicationJob job = job(id);
      for (int i = 0; i < PATIENCE; i++) {
        if (job.advance().isEmpty()) {
          return;
        }
      }
      throw new AssertionError("no end");
    }
  }

  private static Replica immortal(PublicationJobTest test) {
    return test.new Replica(-1);
  }

  private Publication planned(boolean makes, String... stages) {
    Publication planned =
        Publication.planned(api.id(), PAT, "1.0.0", "First", makes, List.of(stages));
    table.plan(planned);
    return planned;
  }

  private Publication begun(Replica replica, boolean makes, String... stages) {
    Publication planned = planned(makes, stages);
    Basis basis = Basis.of(api.draft(), makes);
    Basis shown =
        new Basis(
            basis.draft(),
            List.of(stages).stream().map(s -> new Stage(s, Optional.of("0.9"))).toList());
    assertTrue(replica.running.start(planned.confirmed("R1", shown), replica.worker));
    return planned;
  }

  private Publication row(Publication of) {
    return table.find(api.id(), of.id()).orElseThrow();
  }

  private List<String> trail() {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select action || ' ' || result from activity where resource = :resource")
                .bind("resource", "apis/" + api.id())
                .mapTo(String.class)
                .list());
  }

  @BeforeEach
  @AfterEach
  void forget() {
    Gateway.freeQuotas(database);
    database.change(
        handle -> {
          handle.execute("delete from publication");
          handle.execute("delete from documentation_snapshot where api = ?", api.id());
        });
  }

  @Test
  void aDraftBecomesAVersionOnItsStages() {
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod", "test");
    replica.carryOut(published.id());
    Publication row = row(published);
    assertEquals(PublicationState.DONE, row.state(), row.message());
    assertEquals("Version 1.0.0 is shown on prod, test.", row.message());
    assertEquals("{prod=1.0.0, test=1.0.0}", api.shown.toString());
    assertEquals(List.of(Optional.of("0.9"), Optional.of("0.9")), befores(row));
    assertEquals(FakeApi.saying("draft"), kept().snapshot().parts());
    assertEquals(KeptSnapshot.Source.EXPORT, kept().source());
    assertEquals(List.of("VERSION_PUBLISHED DONE"), trail());
  }

  private static List<Optional<String>> befores(Publication row) {
    return row.stages().stream().map(PublicationStage::before).toList();
  }

  private KeptSnapshot kept() {
    return snapshots.of(api.id(), api.versions.get("1.0.0")).orElseThrow();
  }

  /** Before and after each transaction and each call, one after the other. */
  @Test
  @Holds(Promise.PUBLISHERS_KEEP_THEIR_ORDER)
  void whereverAReplicaIsKilledAnotherGoesOn() {
    Replica counting = immortal(this);
    counting.carryOut(begun(counting, true, "prod", "test").id());
    int points = counting.points.get();
    assertTrue(points > 40, "points: " + points);
    for (int fatal = 2; fatal < points; fatal++) {
      forget();
      api.versions.clear();
      api.shown.clear();
      api.made.clear();
      database.change(
          handle -> handle.execute("delete from activity where resource = ?", "apis/" + api.id()));
      Replica mortal = new Replica(fatal);
      Publication published = begun(mortal, true, "prod", "test");
      UUID id = published.id();
      String where = "killed at " + fatal;
      assertThrows(Killed.class, () -> mortal.carryOut(id), where);
      // What is left of a turn ends some seconds later.
      Gateway.freeQuotas(database);
      Replica other = immortal(this);
      if (row(published).isRunning()) {
        assertEquals(List.of(id), other.running.adopt(other.worker, Duration.ZERO), where);
        other.carryOut(id);
      }
      Publication row = row(published);
      assertEquals("Version 1.0.0 is shown on prod, test.", row.message(), where);
      assertEquals(PublicationState.DONE, row.state(), where);
      assertEquals(List.of("1.0.0"), api.made, where);
      assertEquals("{prod=1.0.0, test=1.0.0}", api.shown.toString(), where);
      assertEquals(FakeApi.saying("draft"), kept().snapshot().parts(), where);
      assertEquals(List.of("VERSION_PUBLISHED DONE"), trail(), where);
    }
  }

  @Test
  void aReplicaThatWasTakenForDeadWritesNoMore() {
    Replica slow = immortal(this);
    Publication published = begun(slow, true, "prod");
    Replica other = immortal(this);
    assertEquals(List.of(published.id()), other.running.adopt(other.worker, Duration.ZERO));
    assertThrows(
        LeaseLost.class,
        () ->
            slow.running.step(
                published.id(), slow.worker, PublicationStep.SHOWING, "", Optional.empty()));
    slow.carryOut(published.id());
    assertEquals(PublicationStep.CHECKING, row(published).step());
    other.carryOut(published.id());
    assertEquals(PublicationState.DONE, row(published).state());
    assertEquals(List.of("VERSION_PUBLISHED DONE"), trail());
  }

  @Test
  void whoIsAliveKeepsItsOwn() {
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    Replica other = immortal(this);
    assertEquals(List.of(), other.running.adopt(other.worker, Duration.ofSeconds(30)));
    replica.running.release(replica.worker);
    assertEquals(
        List.of(published.id()), other.running.adopt(other.worker, Duration.ofSeconds(30)));
  }

  @Test
  void twiceConfirmedIsPublishedOnce() {
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    Publication again = published.confirmed("R2", Basis.of(api.draft(), true));
    assertEquals(false, replica.running.start(again, replica.worker));
    replica.carryOut(published.id());
    assertEquals(false, replica.running.start(again, replica.worker));
    assertEquals("R1", row(published).request());
    assertEquals(List.of("1.0.0"), api.made);
  }

  @Test
  void aDraftThatNobodyHasSeenIsNotPublished() {
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    api.draft = FakeApi.saying("something else");
    replica.carryOut(published.id());
    assertEquals(PublicationState.FAILED, row(published).state());
    assertTrue(row(published).message().startsWith("Somebody has changed the draft"));
    assertEquals(List.of(), api.made);
    assertEquals(List.of("VERSION_PUBLISHED FAILED"), trail());
  }

  @Test
  void aLostAnswerMakesNoSecondVersion() {
    api.losesAnswers = true;
    api.failuresOfCreation.add(Kind.AWAY);
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    replica.carryOut(published.id());
    assertEquals(PublicationState.DONE, row(published).state());
    assertEquals(List.of("1.0.0"), api.made);
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAY", "BUSY"})
  void whatPassesIsWaitedFor(Kind kind) {
    api.failuresOfCreation.addAll(List.of(kind, kind, kind));
    api.failuresOfShowing.addAll(List.of(kind, kind));
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    replica.carryOut(published.id());
    assertEquals(PublicationState.DONE, row(published).state(), row(published).message());
    assertEquals(List.of("1.0.0"), api.made);
  }

  @Test
  void whatLastsForLongIsGivenUpWithWordOfWhereItStands() {
    for (int i = 0; i < PATIENCE; i++) {
      api.failuresOfShowing.add(Kind.AWAY);
    }
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    replica.carryOut(published.id());
    assertEquals(PublicationState.FAILED, row(published).state());
    assertEquals(
        "API Gateway did not answer, or was asked too often, time after time. Publish again later. Version 1.0.0 was made. Not on prod.",
        row(published).message());
  }

  @Test
  void oneStageThatIsGoneKeepsNoOtherBack() {
    api.failuresOfShowing.add(Kind.NOT_FOUND);
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod", "test");
    replica.carryOut(published.id());
    assertEquals(PublicationState.FAILED, row(published).state());
    assertEquals("Version 1.0.0 is shown on test. Not on prod.", row(published).message());
    assertEquals(
        "There is no such stage, or no such version, any more.",
        row(published).stages().get(0).problem());
  }

  @Test
  void somebodyElsesVersionIsNotTaken() {
    Replica replica = immortal(this);
    Publication published = begun(replica, true, "prod");
    api.foreign("1.0.0", "First");
    replica.carryOut(published.id());
    assertEquals(PublicationState.FAILED, row(published).state());
    assertTrue(
        row(published).message().startsWith("Somebody has made a version 1.0.0 meanwhile."),
        row(published).message());
    assertEquals("{}", api.shown.toString());
  }

  @Test
  void aVersionThatIsThereIsShown() {
    api.foreign("1.0.0", "");
    api.draft = FakeApi.saying("later");
    Replica replica = immortal(this);
    Publication published = begun(replica, false, "prod");
    replica.carryOut(published.id());
    assertEquals(PublicationState.DONE, row(published).state());
    assertEquals(FakeApi.saying("draft"), kept().snapshot().parts());
    assertEquals(List.of(), api.made);
  }

  @Test
  void aVersionForNoStageIsKnownFromTheDraft() {
    Replica replica = immortal(this);
    Publication published = begun(replica, true);
    replica.carryOut(published.id());
    assertEquals("Version 1.0.0 was made.", row(published).message());
    assertEquals(KeptSnapshot.Source.DRAFT, kept().source());
  }

  @Test
  @Holds(Promise.PUBLISHERS_KEEP_THEIR_ORDER)
  void theEarlierOfAnApiGoesFirst() {
    Replica replica = immortal(this);
    Publication first = begun(replica, true, "prod");
    Publication second = Publication.planned(api.id(), PAT, "1.1.0", "", true, List.of("prod"));
    table.plan(second);
    assertTrue(
        replica.running.start(second.confirmed("R2", Basis.of(api.draft(), true)), replica.worker));
    assertEquals(Optional.of(Duration.ofSeconds(1)), replica.job(second.id()).advance());
    assertEquals(PublicationStep.WAITING, row(second).step());
    replica.carryOut(first.id());
    replica.carryOut(second.id());
    assertEquals(List.of("1.0.0", "1.1.0"), api.made);
    assertNotEquals(row(first).endedAt(), row(second).endedAt());
  }
}
