package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one replica does while others, and the console, do as well. */
@Timeout(60)
class DraftsTest {
  private static final Location REWARDS = Location.parse("METHOD", "/rewards", "GET", null, null);
  private static final Properties MINE = Properties.parse("{\"summary\":\"Mine\"}");
  private static final Properties THEIRS = Properties.parse("{\"summary\":\"Theirs\"}");

  private GatewayFixture fixture;
  private Drafts drafts;
  private RestApi loyalty;

  @BeforeEach
  void start() {
    fixture = new GatewayFixture(false);
    drafts = fixture.drafts;
    loyalty = fixture.api("loyaltyap1");
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aDraftIsReadOnce() {
    drafts.of(loyalty);
    drafts.of(loyalty);
    assertEquals(1, fixture.sandbox().tally().received("GetDocumentationParts"));
    drafts.fresh(loyalty);
    assertEquals(2, fixture.sandbox().tally().received("GetDocumentationParts"));
  }

  @Test
  void whatIsWrittenShowsAtOnce() {
    int before = drafts.of(loyalty).contents().api().orElseThrow().coverage().documented();
    DocumentationPart written = drafts.write(loyalty, REWARDS, Optional.empty(), MINE);
    Draft draft = drafts.of(loyalty);
    assertEquals(Optional.of(written), draft.documentation().at(REWARDS));
    assertEquals(before + 1, draft.contents().api().orElseThrow().coverage().documented());
    assertEquals(Optional.of(written), fixture.gateway.part("loyaltyap1", REWARDS));
  }

  @Test
  void whatIsDeletedIsGoneAtOnce() {
    drafts.of(loyalty);
    drafts.write(loyalty, REWARDS, Optional.empty(), MINE);
    drafts.delete(loyalty, REWARDS, MINE);
    assertEquals(Optional.empty(), drafts.of(loyalty).documentation().at(REWARDS));
    assertEquals(Optional.empty(), fixture.gateway.part("loyaltyap1", REWARDS));
  }

  @Test
  void nobodysTextIsOverwrittenUnseen() {
    drafts.of(loyalty);
    fixture.gateway.create("loyaltyap1", REWARDS, THEIRS);
    LostUpdate lost =
        assertThrows(
            LostUpdate.class, () -> drafts.write(loyalty, REWARDS, Optional.empty(), MINE));
    assertEquals(Optional.of(THEIRS), lost.there());
    assertEquals(
        Optional.of(THEIRS),
        fixture.gateway.part("loyaltyap1", REWARDS).map(DocumentationPart::properties));
    assertEquals(
        Optional.of(THEIRS),
        drafts.of(loyalty).documentation().at(REWARDS).map(DocumentationPart::properties));
  }

  @Test
  void whatWasDeletedMeanwhileIsNotMadeAgainUnasked() {
    DocumentationPart part = fixture.gateway.create("loyaltyap1", REWARDS, THEIRS);
    drafts.of(loyalty);
    fixture.gateway.delete("loyaltyap1", part.id());
    LostUpdate lost =
        assertThrows(
            LostUpdate.class, () -> drafts.write(loyalty, REWARDS, Optional.of(THEIRS), MINE));
    assertEquals(Optional.empty(), lost.there());
    assertEquals(Optional.empty(), drafts.of(loyalty).documentation().at(REWARDS));
  }

  @Test
  @Holds(Promise.PUBLISHERS_KEEP_THEIR_ORDER)
  void ofManyWhoSaveAtOnceOneIsNotTold() throws InterruptedException {
    fixture.gateway.create("loyaltyap1", REWARDS, THEIRS);
    int writers = 12;
    CyclicBarrier start = new CyclicBarrier(writers);
    AtomicInteger saved = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      Properties text = Properties.parse("{\"summary\":\"%d\"}".formatted(i));
      Thread writer =
          new Thread(
              () -> {
                try {
                  start.await();
                  drafts.write(loyalty, REWARDS, Optional.of(THEIRS), text);
                  saved.incrementAndGet();
                } catch (LostUpdate | InterruptedException | BrokenBarrierException told) {
                  // Compares and chooses.
                }
              });
      writer.start();
      threads.add(writer);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, saved.get());
  }

  @Test
  void howeverOftenPeopleWriteADraftAges() {
    AtomicLong now = new AtomicLong();
    Drafts aging = new Drafts(fixture.gateway, GatewayFixture.Config.NOBODY, now::get);
    aging.of(loyalty);
    now.addAndGet(Duration.ofMinutes(40).toNanos());
    aging.write(loyalty, REWARDS, Optional.empty(), MINE);
    fixture.gateway.update("loyaltyap1", new DocumentationPart(idAt(REWARDS), REWARDS, THEIRS));
    now.addAndGet(Duration.ofMinutes(40).toNanos());
    assertEquals(
        Optional.of(THEIRS),
        aging.of(loyalty).documentation().at(REWARDS).map(DocumentationPart::properties));
  }

  private String idAt(Location place) {
    return fixture.gateway.part("loyaltyap1", place).orElseThrow().id();
  }

  /** Written with another tool: longer than the portal reads. */
  @Test
  void whatCannotBeReadIsNotSaidToBeDeleted() {
    String file =
        """
        {"openapi":"3.0.1","info":{"title":"t","version":"1"},"paths":{},
        "x-amazon-apigateway-documentation":{"documentationParts":[{"location":
        {"type":"METHOD","path":"/rewards","method":"GET"},"properties":{"summary":"%s"}}]}}"""
            .formatted("x".repeat(Properties.MAX_BYTES));
    fixture.gateway.importParts("loyaltyap1", file, ImportMode.MERGE, true);
    ApiGatewayFailure failure =
        assertThrows(
            ApiGatewayFailure.class, () -> drafts.write(loyalty, REWARDS, Optional.empty(), MINE));
    assertEquals(ApiGatewayFailure.Kind.CONFLICT, failure.kind());
  }

  @Test
  void nobodysTextIsDeletedUnseen() {
    fixture.gateway.create("loyaltyap1", REWARDS, THEIRS);
    assertThrows(LostUpdate.class, () -> drafts.delete(loyalty, REWARDS, MINE));
    assertEquals(
        Optional.of(THEIRS),
        fixture.gateway.part("loyaltyap1", REWARDS).map(DocumentationPart::properties));
  }
}
