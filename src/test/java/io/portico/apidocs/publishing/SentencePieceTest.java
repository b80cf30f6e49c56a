package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencePieceTest {
  private static final String PUBLICATION =
      "/app/apis/a1/publications/8e1f0a52-51c9-4d3c-9f6f-0c6a54a8b0f1";

  @Test
  void addressesOfPublicationsImportsAndProposalsAreLinks() {
    String imported = PUBLICATION.replace("publications", "imports");
    String proposed = PUBLICATION.replace("publications", "proposals");
    assertEquals(
        List.of(
            new SentencePiece("1.0: done. ", false),
            new SentencePiece(PUBLICATION, true),
            new SentencePiece(" ", false),
            new SentencePiece(imported, true),
            new SentencePiece(" ", false),
            new SentencePiece(proposed, true)),
        SentencePiece.of("1.0: done. " + PUBLICATION + " " + imported + " " + proposed, "a1"));
    assertEquals("the publication", SentencePiece.link(PUBLICATION).label());
    assertEquals("the import", SentencePiece.link(imported).label());
    assertEquals("the proposal", SentencePiece.link(proposed).label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /rewards",
        "/app/sign-out",
        "/app/apis/a1/publications/../../../sign-out",
        "/app/apis/a2/publications/8e1f0a52-51c9-4d3c-9f6f-0c6a54a8b0f1",
        "//app/apis/a1/publications/8e1f0a52-51c9-4d3c-9f6f-0c6a54a8b0f1",
        "x" + PUBLICATION,
        PUBLICATION + "/x",
        PUBLICATION + "?x",
        "<a href=\"javascript:alert(1)\">"
      })
  void nothingElseIs(String sentence) {
    assertEquals(
        List.of(),
        SentencePiece.of(sentence, "a1").stream().filter(SentencePiece::isLink).toList());
    assertEquals(
        sentence,
        SentencePiece.of(sentence, "a1").stream()
            .map(SentencePiece::text)
            .reduce("", String::concat));
  }

  @Test
  void whatAnApiIsCalledIsNoPattern() {
    assertEquals(1, SentencePiece.of(PUBLICATION, "..").size());
    assertEquals(
        List.of(),
        SentencePiece.of(PUBLICATION, "..").stream().filter(SentencePiece::isLink).toList());
  }
}
