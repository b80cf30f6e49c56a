package io.portico.apidocs.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.Counts;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Imported;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.Quota;
import io.portico.apidocs.QuotaTurns;
import io.portico.apidocs.RestApi;
import io.portico.audit.Actor;
import io.portico.database.Database;
import io.portico.identity.Person;
import io.portico.sandbox.SandboxDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportJobTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final RestApi API =
      new RestApi("job" + UUID.randomUUID().toString().substring(0, 7), "jobs", "", Map.of());
  private static final Location PLACE = Location.api();
  private static final Map<Location, Properties> BEFORE =
      Map.of(PLACE, Properties.parse("{\"description\":\"before\"}"));
  private static final Map<Location, Properties> PLANNED =
      Map.of(PLACE, Properties.parse("{\"description\":\"planned\"}"));
  private static final Map<Location, Properties> OTHER =
      Map.of(PLACE, Properties.parse("{\"description\":\"other\"}"));

  @Inject Imports imports;
  @Inject ImportTable table;
  @Inject RunningImports running;
  @Inject ImportTrail trail;
  @Inject Database database;
  @Inject SandboxDatabase postgres;

  private final FakeDraft draft = new FakeDraft();

  /** An API Gateway that does what it is told, call by call. */
  private static final class FakeDraft implements ApiDraft {
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private Map<Location, Properties> parts = BEFORE;
    private Map<Location, Properties> after = PLANNED;
    private List<String> warnings = List.of();
    private boolean readable = true;
    private boolean hidesAfterwards;
    private boolean losesAnswers;

    @Override
    public Draft fresh() {
      if (!readable) {
        throw Gateway.failure(ApiGatewayFailure.Kind.AWAY, "No answer");
      }
      return Gateway.draft(API, parts);
    }

    @Override
    public Imported take(String file, ImportMode mode, boolean strict) {
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
      sent.add(file);
      parts = after;
      readable = !hidesAfterwards;
      if (losesAnswers) {
        throw Gateway.failure(ApiGatewayFailure.Kind.AWAY, "No answer");
      }
      return new Imported(1, warnings);
    }
  }

  @BeforeEach
  @AfterEach
  void forget() {
    Gateway.freeQuotas(database);
    database.change(
        handle -> handle.execute("delete from documentation_import where api = ?", API.id()));
  }

  private ImportJob begun() {
    PartsImport planned =
        imports.plan(
            API,
            new Person("s-1", "Sam", Set.of(), Set.of(), ""),
            new WantedParts(
                ImportOrigin.FILE, "a.yaml", ImportMode.MERGE, false, PLANNED, List.of("a\0b")));
    DryRun plan = imports.dryRun(planned, Gateway.draft(API, BEFORE));
    PartsImport confirmed = planned.confirmed("R1", plan.counts());
    assertEquals(RunningImports.Start.BEGUN, running.start(confirmed));
    assertEquals(RunningImports.Start.BEFORE, running.start(confirmed));
    return new ImportJob(
        plan.order(API, confirmed),
        draft,
        new QuotaTurns(database, quota -> Duration.ZERO),
        running,
        trail,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private PartsImport row(ImportJob job) {
    return table.find(API.id(), job.id()).orElseThrow();
  }

  private void assertEnded(ImportState state, String message, ImportJob job) {
    assertEquals(Optional.empty(), job.advance());
    assertEquals(state, row(job).state());
    assertTrue(row(job).message().contains(message), row(job).message());
  }

  @Test
  void theBackupIsKeptBeforeAnythingIsSent() {
    ImportJob job = begun();
    assertEnded(ImportState.DONE, "it is what was planned", job);
    assertEquals(1, draft.sent.size());
    assertEquals(BEFORE, PartsFile.parts(PartsFile.read(table.backup(job.id()).orElseThrow())));
    assertEquals(new Actor("s-1", "Sam", "session"), row(job).by());
    assertEquals(new Counts(0, 1, 0, 0), row(job).counts());
    assertEquals(List.of("a\0b"), table.misfits(job.id()));
  }

  @Test
  void aQuotaIsWaitedForAndSaysUntilWhen() {
    ImportJob job = begun();
    draft.failures.add(Gateway.busy(Duration.ofSeconds(17)));
    draft.failures.add(Gateway.failure(ApiGatewayFailure.Kind.BUSY, "Rate exceeded"));
    assertEquals(Optional.of(Duration.ofSeconds(17)), job.advance());
    assertEquals(ImportStep.WAITING, row(job).step());
    assertTrue(row(job).message().contains("2026-05-04T12:00:17Z"));
    assertEquals(Optional.of(Duration.ofSeconds(30)), job.advance());
    assertEnded(ImportState.DONE, "it is what was planned", job);
    assertEquals(1, draft.sent.size());
  }

  @Test
  void whoImportsElsewhereInThePortalGoesFirst() {
    QuotaTurns turns = new QuotaTurns(database, quota -> Duration.ZERO);
    QuotaTurns.Turn other = turns.take(Quota.IMPORT);
    ImportJob job = begun();
    assertTrue(job.advance().isPresent());
    assertEquals(ImportStep.WAITING, row(job).step());
    assertEquals(List.of(), draft.sent);
    turns.used(other);
    assertEnded(ImportState.DONE, "it is what was planned", job);
  }

  @Test
  void aQuotaIsNotWaitedForForEver() {
    ImportJob job = begun();
    for (int i = 0; i < 21; i++) {
      draft.failures.add(Gateway.busy(Duration.ofSeconds(1)));
    }
    for (int i = 0; i < 20; i++) {
      assertEquals(Optional.of(Duration.ofSeconds(1)), job.advance());
    }
    assertEnded(ImportState.FAILED, "Nothing was sent", job);
  }

  @Test
  void aDraftThatChangedMeanwhileIsLeftAlone() {
    ImportJob job = begun();
    draft.parts = OTHER;
    assertEnded(ImportState.FAILED, "Somebody has changed the draft", job);
    assertEquals(List.of(), draft.sent);
  }

  @Test
  void anAttemptWhoseAnswerWasLostIsNotRepeated() {
    ImportJob job = begun();
    draft.failures.add(Gateway.busy(Duration.ofSeconds(1)));
    job.advance();
    draft.parts = PLANNED;
    assertEnded(ImportState.DONE, "it is what was planned", job);
    assertEquals(List.of(), draft.sent);
  }

  @Test
  void whatApiGatewayRefusesChangesNothing() {
    ImportJob job = begun();
    draft.failures.add(Gateway.failure(ApiGatewayFailure.Kind.REFUSED, "Invalid\0 OpenAPI input."));
    assertEnded(ImportState.FAILED, "OpenAPI input.", job);
  }

  @Test
  void withoutAnAnswerTheDraftTellsWhatHappened() {
    Map.of(BEFORE, ImportState.FAILED, PLANNED, ImportState.DONE, OTHER, ImportState.STOPPED)
        .forEach(
            (after, state) -> {
              draft.parts = BEFORE;
              draft.after = after;
              draft.losesAnswers = true;
              ImportJob job = begun();
              assertEnded(state, "", job);
              assertEquals(state != ImportState.FAILED, row(job).state().mayHaveChanged());
            });
  }

  @Test
  void whatCannotBeReadAgainIsNotSaidToBeAsPlanned() {
    ImportJob job = begun();
    draft.hidesAfterwards = true;
    assertEnded(ImportState.DONE, "was not compared", job);
    draft.parts = BEFORE;
    draft.readable = true;
    draft.losesAnswers = true;
    assertEnded(ImportState.STOPPED, "It may have been done", begun());
  }

  @Test
  void aDraftThatCannotBeReadIsLeftAlone() {
    ImportJob job = begun();
    draft.readable = false;
    assertEnded(ImportState.FAILED, "could not be read. Nothing was sent", job);
    assertEquals(List.of(), draft.sent);
  }

  @Test
  void anOutageOfTheDatabaseIsWaitedFor() {
    ImportJob job = begun();
    postgres.goDown();
    try {
      assertTrue(job.advance().isPresent());
      assertEquals(List.of(), draft.sent);
    } finally {
      postgres.comeUp();
    }
    assertEnded(ImportState.DONE, "it is what was planned", job);
  }

  @Test
  void whatWasTakenForDeadSendsNothing() {
    ImportJob job = begun();
    database.change(
        handle ->
            handle.execute(
                "update documentation_import set state = 'STOPPED' where id = ?", job.id()));
    assertEnded(ImportState.FAILED, "stood still", job);
    assertEquals(List.of(), draft.sent);
  }

  @Test
  void aStopOfThePortalSaysWhetherAnythingWasSent() {
    ImportJob waiting = begun();
    waiting.abandon("The portal was stopped.");
    assertEquals(ImportState.FAILED, row(waiting).state());
    assertEquals("The portal was stopped. Nothing was sent.", row(waiting).message());
    ImportJob sent = begun();
    sent.advance();
    sent.abandon("The portal was stopped.");
    assertEquals(ImportState.DONE, row(sent).state());
  }

  @Test
  void whatWasTakenDifferentlyIsNamed() {
    ImportJob job = begun();
    draft.after = OTHER;
    draft.warnings = List.of("Something odd.");
    assertEnded(ImportState.DONE, "not what was planned, at The API as a whole", job);
    assertTrue(row(job).message().contains("Something odd."));
  }

  @Test
  void theOrderOfKeysIsNoDifference() {
    ImportJob job = begun();
    draft.after = Map.of(PLACE, Properties.parse("{ \"description\" : \"planned\" }"));
    assertEnded(ImportState.DONE, "it is what was planned", job);
  }
}
