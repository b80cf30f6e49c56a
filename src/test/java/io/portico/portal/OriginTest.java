package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  private static final Origin PORTAL = Origin.parse("https://portal.example.com").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "https://portal.example.com, https://portal.example.com",
    "https://portal.example.com/, https://portal.example.com",
    "HTTPS://Portal.Example.com:443, https://portal.example.com",
    "http://portico.localhost:8080, http://portico.localhost:8080",
    "http://portico.localhost:80, http://portico.localhost"
  })
  void isWrittenAsBrowsersWriteIt(String text, String written) {
    assertEquals(written, Origin.parse(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "portal.example.com",
        "ftp://portal.example.com",
        "https://portal.example.com/app",
        "https://user@portal.example.com",
        "https://portal.example.com?x",
        "https://portal.example.com#x",
        "https://",
        "null",
        "https://a b"
      })
  void nothingElseIsOne(String text) {
    assertTrue(Origin.parse(text).isEmpty(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal.example.com", "PORTAL.example.com", "portal.example.com:443"})
  void itsAuthorityIsItsHostAndPort(String host) {
    assertTrue(PORTAL.hasAuthority(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "portal.example.com:80",
        "portal.example.com.evil.example",
        "evil.example",
        "portal.example.com@evil.example",
        "mlflow.portal.example.com",
        "portal.example.com."
      })
  void noOtherHostIs(String host) {
    assertFalse(PORTAL.hasAuthority(host));
    assertFalse(PORTAL.hasAuthority(null));
  }
}
