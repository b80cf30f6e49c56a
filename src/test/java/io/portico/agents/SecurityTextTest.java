package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.portal.Origin;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTextTest {
  private static final Origin PORTAL = Origin.parse("https://portal.example.com").orElseThrow();

  private static Optional<String> contact(String usual) {
    return SecurityText.of(PORTAL, Optional.empty(), Optional.ofNullable(usual))
        .map(SecurityText::contact);
  }

  @ParameterizedTest
  @CsvSource({
    "team@example.com, mailto:team@example.com",
    "mailto:team@example.com, mailto:team@example.com",
    "https://example.com/report, https://example.com/report",
    "tel:+49-30-1, tel:+49-30-1"
  })
  void anAddressOfThePortalsContactWillDo(String usual, String contact) {
    assertEquals(Optional.of(contact), contact(usual));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the team that runs this",
        "http://example.com",
        "mailto:a@example.com\nContact: mailto:evil@example.com",
        "ask a@example.com",
        ""
      })
  void aSentenceIsNoAddress(String usual) {
    assertEquals(Optional.empty(), contact(usual));
    assertEquals(Optional.empty(), contact(null));
  }

  @Test
  void whoIsNamedForItComesFirst() {
    assertEquals(
        Optional.of("mailto:security@example.com"),
        SecurityText.of(
                PORTAL, Optional.of("mailto:security@example.com"), Optional.of("team@example.com"))
            .map(SecurityText::contact));
  }

  @Test
  void itSpeaksForThreeMonthsAndIsTheSameAllDay() {
    SecurityText text = new SecurityText(PORTAL, "mailto:a@example.com");
    assertEquals(
        """
        Contact: mailto:a@example.com
        Expires: 2027-02-22T00:00:00Z
        Canonical: https://portal.example.com/.well-known/security.txt
        """,
        text.text(Instant.parse("2026-11-24T23:59:59Z")));
    assertEquals(
        text.text(Instant.parse("2026-11-24T00:00:00Z")),
        text.text(Instant.parse("2026-11-24T23:59:59Z")));
  }
}
