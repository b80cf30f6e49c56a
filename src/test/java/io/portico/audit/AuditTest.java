package io.portico.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.identity.SessionEvent;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.LogLines;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
  @Inject Audit audit;
  @Inject ActivityTable table;
  @Inject SandboxDatabase postgres;
  @Inject Event<SessionEvent> sessions;

  /** A person of one test, whose records no other test sees. */
  private final Actor actor = new Actor(UUID.randomUUID().toString(), "Sam", "session");

  private void record(String detail) {
    audit.record(Activities.by(actor, Instant.now(), "mlflow/churn", detail));
  }

  private List<KeptActivity> kept() {
    return table.newest(Filters.of(actor.subject()), Optional.empty(), 1_000);
  }

  private List<String> details() {
    return kept().stream().map(KeptActivity::detail).sorted().toList();
  }

  @Test
  void whatIsRecordedIsInTheTableSoonAfter() {
    Activity activity = Activities.by(actor, Activities.NOON, "mlflow/churn", "here");
    audit.record(activity);
    Eventually.equal(List.of("here"), this::details);
    KeptActivity kept = kept().get(0);
    assertEquals(
        new KeptActivity(
            Activities.NOON,
            kept.id(),
            actor.subject(),
            "Sam",
            "session",
            "WRITE",
            "mlflow/churn",
            "here",
            "DONE",
            "R1"),
        kept);
  }

  @Test
  void whatHappensInAnOutageIsInTheTableAfterItOnce() {
    record("0 before");
    Eventually.equal(1, () -> kept().size());
    postgres.goDown();
    try (LogLines log = new LogLines(Outbox.class.getName())) {
      IntStream.rangeClosed(1, 20).forEach(number -> record("during"));
      Eventually.equal(true, () -> log.contain("waits for the database"));
    } finally {
      postgres.comeUp();
    }
    record("the last");
    Eventually.equal(22, () -> kept().size());
    assertEquals(20, details().stream().filter("during"::equals).count());
    assertEquals(22, kept().stream().map(KeptActivity::id).distinct().count());
  }

  @Test
  void aBatchWhoseAnswerWasLostIsRepeatedWithoutHarm() {
    List<KeptActivity> batch =
        List.of(KeptActivity.of(Activities.by(actor, Instant.now(), "portal", "once")));
    table.add(batch);
    table.add(batch);
    assertEquals(List.of("once"), details());
  }

  @Test
  @Holds(Promise.RECORDS_ARE_ONE_LINE)
  void hostileTextIsKeptWithoutItsHarm() {
    record("nul \u0000, half \udc00, line\u2028");
    record("after");
    Eventually.equal(List.of("after", "nul \ufffd, half \ufffd, line\ufffd"), this::details);
  }

  @Test
  void recordingNeverFails() {
    assertDoesNotThrow(() -> audit.record(null));
    assertDoesNotThrow(() -> audit.record(new Activity(null, actor, null, null, null, null, null)));
  }

  @Test
  void everyRecordIsALineOfTheAuditLog() {
    try (LogLines trail = new LogLines("portico.audit")) {
      record("line");
      assertEquals(1, trail.all().size());
      JsonObject line = new JsonObject(trail.all().get(0));
      assertEquals(actor.subject(), line.getString("subject"));
    }
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void signInAndSignOutAreRecorded() {
    Instant start = Instant.now();
    Visitor visitor = Visitor.signedInAs("lead");
    visitor.get("/app");
    String request = visitor.submit("/app", "/app/sign-out").header("X-Request-Id");
    Eventually.equal(List.of("SIGN_OUT", "SIGN_IN"), () -> ofLead(start, KeptActivity::action));
    List<String> requests = ofLead(start, KeptActivity::request);
    assertEquals(request, requests.get(0), "The answer names the record");
    assertTrue(requests.get(1).matches("[2-9B-Z]{8}"), requests::toString);
  }

  private List<String> ofLead(Instant start, Function<KeptActivity, String> part) {
    return table.newest(Filters.everybodySince(start), Optional.empty(), 10).stream()
        .filter(activity -> activity.name().equals("Lead"))
        .map(part)
        .toList();
  }

  @Test
  void aSessionThatIsRefreshedIsNoSignIn() {
    Person person = new Person("s-1", "Sam", Set.of(), Set.of(), "session");
    try (LogLines trail = new LogLines("portico.audit")) {
      sessions.fire(new SessionEvent(person, SessionEvent.Kind.REFRESHED));
      assertEquals(List.of(), trail.all());
      sessions.fire(new SessionEvent(person, SessionEvent.Kind.STARTED));
      assertEquals(1, trail.all().size());
    }
  }

  @Test
  void whatIsTooOldIsDeletedAndNothingElse() {
    Instant now = Instant.parse("2001-01-01T00:00:00Z");
    for (int day = 1; day <= 4; day++) {
      table.add(
          List.of(
              KeptActivity.of(
                  Activities.by(actor, now.minus(Duration.ofDays(day)), "portal", "day " + day))));
    }
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    new Retention(Duration.ofDays(2), table, clock).deleteOld();
    assertEquals(List.of("day 1", "day 2"), details());
  }

  @Test
  void severalReplicasDeleteMoreThanABatchTogether() {
    Instant old = Instant.parse("1999-01-01T00:00:00Z");
    table.add(
        IntStream.range(0, 2_100)
            .mapToObj(i -> KeptActivity.of(Activities.by(actor, old, "portal", "old")))
            .toList());
    Clock clock = Clock.fixed(Instant.parse("2000-01-01T00:00:00Z"), ZoneOffset.UTC);
    Runnable replica = new Retention(Duration.ofDays(2), table, clock)::deleteOld;
    CompletableFuture.allOf(
            CompletableFuture.runAsync(replica),
            CompletableFuture.runAsync(replica),
            CompletableFuture.runAsync(replica))
        .join();
    assertEquals(List.of(), details());
  }

  @Test
  void operatorsSeeWhatWaitsAndWhatIsLost() {
    given()
        .get("http://127.0.0.1:9001/q/metrics")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("portico_audit_lost_total"),
                containsString("portico_audit_waiting")));
  }
}
