package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask for, and get. */
class NegotiationTest {
  private static final Set<Coding> ALL = EnumSet.allOf(Coding.class);

  private static String format(String... accept) {
    return Format.preferred(List.of(accept), List.of(Format.values()))
        .map(Format::name)
        .orElse("NONE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/markdown | MARKDOWN",
        "text/html | HTML",
        "application/json | JSON",
        "application/vnd.oai.openapi+json | JSON",
        "application/vnd.oai.openapi+json;version=3.0 | JSON",
        "application/yaml | YAML",
        "application/x-yaml;q=0.1 | YAML",
        "*/* | MARKDOWN",
        "text/* | MARKDOWN",
        "application/* | JSON",
        "TEXT/HTML | HTML",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
        "text/markdown, text/html, */* | MARKDOWN",
        "text/html, */* | HTML",
        "text/html;q=0.5, application/json;q=0.9 | JSON",
        "application/json;q=0.5, */*;q=0.9 | MARKDOWN",
        "text/markdown;q=0, text/*;q=0.5, application/json;q=0.2 | HTML",
        "text/markdown;q=0, */* | HTML",
        "application/json;q=1.000, text/html;q=0.999 | JSON",
        "image/png | NONE",
        "text/markdown;q=0 | NONE",
        "*/*;q=0 | NONE",
        "application/json;q=2, text/html;q=0.1 | HTML",
        "application/json;q=x, text/html;q=0.1 | HTML",
        "application/json;q=0.1234, text/html;q=0.1 | HTML",
        ";;,,; ,text/html | HTML",
        "html | NONE"
      })
  void theFormatIsTheOneLikedBest(String accept, String format) {
    assertEquals(format, format(accept));
  }

  @Test
  void whoeverSaysNothingTakesAnything() {
    assertEquals("MARKDOWN", format());
    assertEquals("MARKDOWN", format(""));
    assertEquals("JSON", format("text/html;q=0.3", "application/json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | BROTLI",
        "gzip, deflate | GZIP",
        "GZIP | GZIP",
        "br;q=0.5, gzip;q=0.8 | GZIP",
        "br;q=0, * | GZIP",
        "* | BROTLI",
        "*;q=0.1 | BROTLI",
        "gzip;q=0.5, identity | IDENTITY",
        "gzip;q=0.5, identity;q=0.5 | GZIP",
        "gzip;q=0.001 | GZIP",
        "gzip;q=0 | IDENTITY",
        "identity;q=0 | IDENTITY",
        "identity;q=0, gzip | GZIP",
        "zstd | IDENTITY",
        "gzip;q=7 | IDENTITY"
      })
  void theCodingIsTheOneLikedBest(String accept, Coding coding) {
    assertEquals(coding, Coding.preferred(List.of(accept), ALL));
  }

  @Test
  void withoutAWordNothingIsCoded() {
    assertEquals(Coding.IDENTITY, Coding.preferred(List.of(), ALL));
    assertEquals(Coding.IDENTITY, Coding.preferred(List.of(""), ALL));
  }

  @Test
  void aCodingThatIsNotThereIsNotSent() {
    assertEquals(
        Coding.GZIP,
        Coding.preferred(List.of("br, gzip;q=0.1"), EnumSet.of(Coding.GZIP, Coding.IDENTITY)));
    assertEquals(
        Coding.IDENTITY, Coding.preferred(List.of("br, gzip"), EnumSet.of(Coding.IDENTITY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"",
        "W/\"a\"",
        "\"b\", \"a\"",
        "\"b\",W/\"a\",\"c\"",
        "*",
        " * ",
        "\"x,y\", \"a\"",
        "junk \"a\""
      })
  void aTagThatTheClientHasIsFound(String header) {
    assertTrue(EntityTags.of(List.of(header)).include("\"a\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\"b\"", "\"a", "a\"", "\"A\"", "\"a-gzip\"", "\"*\"", "w/a"})
  void noOtherTagIsTakenForIt(String header) {
    assertFalse(EntityTags.of(List.of(header)).include("\"a\""));
  }

  @Test
  void tagsMayStandInSeveralLines() {
    assertTrue(EntityTags.of(List.of("\"b\"", "\"a\"")).include("\"a\""));
    assertFalse(EntityTags.of(List.of()).include("\"a\""));
  }

  @Test
  void eachCodingHasATagOfItsOwn() {
    assertEquals("\"x\"", Coding.IDENTITY.tag("x"));
    assertEquals("\"x-gzip\"", Coding.GZIP.tag("x"));
    assertEquals("\"x-br\"", Coding.BROTLI.tag("x"));
  }

  @Test
  void whatACodingMakesLongerIsNotCoded() {
    assertEquals(Set.of(Coding.IDENTITY), Document.of("a", "text/plain", "a").bodies().keySet());
    Document repeated = Document.of("a", "text/plain", "portico ".repeat(100));
    assertTrue(repeated.bodies().containsKey(Coding.GZIP));
  }
}
