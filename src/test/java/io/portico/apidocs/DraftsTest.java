package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
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
  void nobodysTextIsDeletedUnseen() {
    fixture.gateway.create("loyaltyap1", REWARDS, THEIRS);
    assertThrows(LostUpdate.class, () -> drafts.delete(loyalty, REWARDS, MINE));
    assertEquals(
        Optional.of(THEIRS),
        fixture.gateway.part("loyaltyap1", REWARDS).map(DocumentationPart::properties));
  }
}
