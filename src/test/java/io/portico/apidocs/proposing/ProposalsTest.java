package io.portico.apidocs.proposing;

import static io.portico.apidocs.proposing.ProposedOrders.API;
import static io.portico.apidocs.proposing.ProposedOrders.BOT;
import static io.portico.apidocs.proposing.ProposedOrders.KEYS;
import static io.portico.apidocs.proposing.ProposedOrders.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.DraftsAway;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.audit.Actor;
import io.portico.database.Database;
import io.portico.database.DatabaseUnavailable;
import io.portico.sandbox.SandboxDatabase;
import io.portico.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of what programs propose, how often, and for how long. */
@QuarkusTest
class ProposalsTest {
  private static final int AT_ONCE = 8;

  @Inject ProposedOrders orders;
  @Inject Proposals proposals;
  @Inject OpenProposals open;
  @Inject ProposalTable table;
  @Inject Database database;
  @Inject SandboxDatabase postgres;

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  private static Decision decision(String name) {
    return new Decision(
        new Actor("s-" + name, name, "session"),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        "Answer of " + name);
  }

  private static <T> List<T> atOnce(IntFunction<T> work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<T>> calls =
          IntStream.range(0, AT_ONCE).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private String refusal(Location place, String keys) {
    return assertThrows(ImproperProposal.class, () -> orders.propose(place, keys, "Why"))
        .getMessage();
  }

  @Test
  void aProposalIsKeptAsItCame() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Proposal kept =
        orders.propose(
            ORDER, "{\"x\":1.0e2,\"description\":\"<script>\\u202e\"}", " Because\r\nso. ");
    assertEquals(kept, orders.found(kept.id()));
    assertEquals("{\"x\":1.0e2,\"description\":\"<script>\u202e\"}", kept.keys().compact());
    assertEquals("Because\nso.", kept.reason());
    assertEquals(BOT, kept.by());
    assertEquals(ProposalState.OPEN, kept.state());
    assertTrue(kept.turnsText());
    assertFalse(orders.propose(KEYS).turnsText());
    assertFalse(kept.proposedAt().isBefore(before));
    assertEquals("/app/apis/ordersapi1/proposals/" + kept.id(), kept.address());
    assertEquals(Optional.empty(), proposals.find("loyaltyap1", kept.id()));
    assertEquals(Optional.empty(), proposals.find("ordersapi1", UUID.randomUUID()));
    assertEquals("PART_PROPOSED DONE Release bot", orders.trail().get(0));
  }

  @Test
  void theSameIsKeptOnce() {
    Proposal first = orders.propose(KEYS);
    assertEquals(first, orders.propose(ORDER, KEYS, "Another reason"));
    Actor byJwt = new Actor(BOT.subject(), "Renamed bot", "jwt");
    Properties keys = Properties.parse(KEYS);
    assertEquals(first, proposals.propose(API, byJwt, ORDER, keys, "Why", "R2"));
    assertEquals(1, orders.kept());
    assertEquals(List.of("PART_PROPOSED DONE Release bot"), orders.trail());
    Actor other = new Actor("s-other", "Release bot", "jwt");
    assertNotEquals(first.id(), proposals.propose(API, other, ORDER, keys, "Why", "R3").id());
    assertNotEquals(first.id(), orders.propose("{\"description\":\"Else.\"}").id());
  }

  @Test
  void whatWasDecidedMayBeProposedAgain() {
    Proposal first = orders.propose(KEYS);
    assertTrue(open.decide(first, ProposalState.DECLINED, decision("Ann"), "R2"));
    assertNotEquals(first.id(), orders.propose(KEYS).id());
  }

  @Test
  void theSameAtTheSameMomentIsKeptOnce() throws Exception {
    Set<UUID> ids = Set.copyOf(atOnce(i -> orders.propose(KEYS).id()));
    assertEquals(1, ids.size());
    assertEquals(1, orders.kept());
    assertEquals(List.of("PART_PROPOSED DONE Release bot"), orders.trail());
  }

  private Proposal openOf(String subject, int number) {
    return new Proposal(
        UUID.randomUUID(),
        API.id(),
        new Actor(subject, subject, "jwt"),
        ORDER,
        Properties.parse("{\"x\":" + number + "}"),
        "Why",
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        ProposalState.OPEN,
        Optional.empty());
  }

  private boolean isKept(Proposal proposal) {
    try {
      open.keep(proposal, "R");
      return true;
    } catch (ImproperProposal full) {
      assertTrue(full.getMessage().contains("50 of your proposals wait"));
      return false;
    }
  }

  @Test
  void oneProposerHasFiftyOpenAtMost() {
    IntStream.range(0, OpenProposals.OF_ONE).forEach(i -> open.keep(openOf("s-1", i), "R"));
    assertFalse(isKept(openOf("s-1", 1_000)));
    assertTrue(isKept(openOf("s-2", 1_000)));
    Proposal waiting = open.keep(openOf("s-1", 0), "R");
    assertTrue(open.decide(waiting, ProposalState.DECLINED, decision("Ann"), "R"));
    assertTrue(isKept(openOf("s-1", 1_000)));
  }

  @Test
  void whereThereIsRoomForOneOneOfTwoComesIn() throws Exception {
    IntStream.range(1, OpenProposals.OF_ONE).forEach(i -> open.keep(openOf("s-1", i), "R"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Boolean>> kept = new ArrayList<>();
    try {
      database.change(
          handle -> {
            handle
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
                .bind("lock", "documentation_proposal ordersapi1")
                .mapTo(String.class)
                .one();
            kept.add(threads.submit(() -> isKept(openOf("s-1", 1_000))));
            kept.add(threads.submit(() -> isKept(openOf("s-1", 1_001))));
            Eventually.equal(
                2,
                () ->
                    handle
                        .createQuery(
                            "select count(*) from pg_locks"
                                + " where locktype = 'advisory' and not granted")
                        .mapTo(Integer.class)
                        .one());
          });
      assertNotEquals(kept.get(0).get(), kept.get(1).get());
    } finally {
      threads.shutdownNow();
    }
    assertEquals(OpenProposals.OF_ONE, orders.kept());
  }

  @Test
  void anApiHasFiveHundredOpenAtMost() {
    for (int i = 0; i < OpenProposals.OF_ALL; i++) {
      open.keep(openOf("s-" + i / OpenProposals.OF_ONE, i), "R");
    }
    ImproperProposal full =
        assertThrows(ImproperProposal.class, () -> open.keep(openOf("s-new", 1), "R"));
    assertTrue(full.getMessage().startsWith("500 proposals wait"));
    assertEquals(500, table.of(API.id()).size());
  }

  @Test
  void ofManyWhoDecideAtOnceOneDoes() throws Exception {
    Proposal proposal = orders.propose(KEYS);
    List<Boolean> done =
        atOnce(
            i ->
                open.decide(
                    proposal,
                    i % 2 == 0 ? ProposalState.ACCEPTED : ProposalState.DECLINED,
                    decision("Ann" + i),
                    "R"));
    assertEquals(1, done.stream().filter(yes -> yes).count());
    String winner = "Ann" + done.indexOf(true);
    assertEquals("Answer of " + winner, orders.found(proposal.id()).decision().get().answer());
    assertEquals(2, orders.trail().size());
    assertTrue(orders.trail().get(1).endsWith(winner));
  }

  @Test
  void theOpenOnesComeFirst() {
    Proposal declined = orders.propose("{\"x\":1}");
    Proposal older = orders.propose("{\"x\":2}");
    Proposal newer = orders.propose("{\"x\":3}");
    open.decide(declined, ProposalState.DECLINED, decision("Ann"), "R");
    assertEquals(
        List.of(newer.id(), older.id(), declined.id()),
        table.of(API.id()).stream().map(ListedProposal::id).toList());
    assertEquals(
        List.of(2), List.copyOf(open.counted(List.of(API.id(), "loyaltyap1", "none")).values()));
  }

  @Test
  void allAreForgottenNinetyDaysAfterTheLastThatHappenedToThem() {
    Proposal waits = orders.propose("{\"x\":1}");
    Proposal decided = orders.propose("{\"x\":2}");
    Instant later = decided.proposedAt().plus(10, ChronoUnit.DAYS);
    open.decide(decided, ProposalState.ACCEPTED, new Decision(BOT, later, ""), "R");
    cleanAt(waits.proposedAt().plus(ProposalHousekeeping.KEPT));
    assertEquals(2, orders.kept());
    cleanAt(waits.proposedAt().plus(ProposalHousekeeping.KEPT).plusSeconds(1));
    assertEquals(decided.id(), orders.found(decided.id()).id());
    assertEquals(1, orders.kept());
    cleanAt(later.plus(ProposalHousekeeping.KEPT).plusSeconds(1));
    assertEquals(0, orders.kept());
  }

  private void cleanAt(Instant now) {
    new ProposalHousekeeping(table, Clock.fixed(now, ZoneOffset.UTC)).deleteOld();
  }

  @Test
  void aPlaceThatTheApiDoesNotHaveIsRefused() {
    for (Location nowhere :
        List.of(
            new Location(LocationType.METHOD, "/nowhere", "GET", "", ""),
            new Location(LocationType.MODEL, "", "", "", "<script>alert(1)</script>"),
            new Location(LocationType.RESOURCE, "/" + "x".repeat(900), "", "", ""))) {
      assertTrue(refusal(nowhere, KEYS).contains("The API has nothing at this place"));
    }
    Location orphan = new Location(LocationType.METHOD, "/gone", "GET", "", "");
    orders.write(orphan, "{\"summary\":\"Gone\"}");
    assertTrue(refusal(orphan, KEYS).contains("The API has nothing at this place"));
    assertEquals(0, orders.kept());
  }

  @Test
  void aPlaceThatOthersTakeTheirTextFromIsOne() {
    Location shared = new Location(LocationType.QUERY_PARAMETER, "", "", "", "limit");
    assertEquals(shared, orders.propose(shared, KEYS, "Why").place());
  }

  @Test
  void whatTheDraftSaysAlreadyIsRefused() {
    assertTrue(
        refusal(ORDER, "{\"tags\":[\"orders\"],\"summary\":\"Get an order\"}")
            .contains("says so already"));
  }

  @Test
  void whatWouldBeTooLongIsRefused() {
    assertTrue(
        refusal(ORDER, "{\"d\":\"" + "x".repeat(Properties.MAX_BYTES - 8) + "\"}")
            .contains("at most 64 KiB"));
    assertEquals(0, orders.kept());
  }

  @Test
  void whatFillsAPartToTheBrimIsKept() {
    int room = Properties.MAX_BYTES - ProposedOrders.ORDER_TEXT.length() - ",\"d\":\"\"".length();
    Proposal kept = orders.propose("{\"d\":\"" + "x".repeat(room) + "\"}");
    assertEquals(kept, orders.found(kept.id()));
  }

  @Test
  void whatIsDeepAsADraftMayBeIsKept() {
    String deep =
        Stream.generate(() -> "{\"a\":").limit(64).collect(Collectors.joining())
            + "1"
            + "}".repeat(64);
    assertEquals(deep, orders.found(orders.propose(deep).id()).keys().compact());
  }

  @Test
  void withoutApiGatewayOrDatabaseNothingIsKept() {
    postgres.goDown();
    try {
      assertThrows(DatabaseUnavailable.class, () -> orders.propose(KEYS));
    } finally {
      postgres.comeUp();
    }
    QuarkusMock.installMockForType(new DraftsAway(), Drafts.class);
    assertThrows(ApiGatewayFailure.class, () -> orders.propose(KEYS));
    assertEquals(0, orders.kept());
  }
}
