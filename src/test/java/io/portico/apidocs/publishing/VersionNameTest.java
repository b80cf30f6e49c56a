package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNameTest {
  private static final Instant NOW = Instant.parse("2026-11-23T23:59:59Z");
  private static final String TODAY = "2026-11-23";

  private static Optional<String> problem(String name) {
    return VersionName.problem(name, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0",
        "v2",
        "2026-11-23.2",
        "before the audit",
        "Größe 日本 👍🏽",
        "...",
        "a+b",
        "<b>",
        "1:2"
      })
  void whatPeopleCanReadIsAName(String name) {
    assertEquals(Optional.empty(), problem(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "\u00a0",
        " 1",
        "1 ",
        "1\u00a00",
        "1\n0",
        "1\0",
        "1\u007f",
        "1\u202e0",
        "1\u200b0",
        "1\u2028",
        "\ud800",
        "\ue000",
        ".",
        "..",
        "a/b",
        "a\\b",
        "a%2Fb",
        "a;b",
        "a?",
        "#1"
      })
  void whatNobodySeesOrAddressesAreMadeOfIsNone(String name) {
    assertTrue(problem(name).isPresent());
  }

  @Test
  void aNameHasSixtyFourSignsAtMost() {
    assertEquals(Optional.empty(), problem("𝄞".repeat(64)));
    assertEquals(Optional.of("Choose a name of at most 64 characters."), problem("x".repeat(65)));
  }

  @Test
  void aNameIsTakenOnce() {
    assertTrue(VersionName.problem("1.0.0", List.of("0.9.0", "1.0.0")).isPresent());
    assertEquals(Optional.empty(), VersionName.problem("v1.0.0", List.of("1.0.0")));
  }

  @Test
  void theFirstIsTheFirstReleaseOrTheDay() {
    assertEquals(List.of("1.0.0", TODAY), VersionName.suggestions(List.of(), NOW));
    assertEquals(
        List.of("1.0.0", TODAY), VersionName.suggestions(List.of("1.0", "latest", "v1"), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "1.4.2, 1.4.3 1.5.0 2.0.0",
    "1.4.2 1.10.0 1.9.9, 1.10.1 1.11.0 2.0.0",
    "v0.9.0 spring, v0.9.1 v0.10.0 v1.0.0",
    "V1.0.0, V1.0.1 V1.1.0 V2.0.0",
    "1.0.0 v1.0.1, v1.0.2 v1.1.0 v2.0.0",
    "v1.0.0 1.0.1, 1.0.2 1.1.0 2.0.0",
    "1.0.0 v1.0.0, v1.0.1 v1.1.0 v2.0.0",
    "1.4.2+build.5, 1.4.3 1.5.0 2.0.0",
    "1.9.0 2.0.0-rc.1, 2.0.0-rc.2 2.0.0",
    "2.0.0-rc.9 2.0.0-rc.10, 2.0.0-rc.11 2.0.0",
    "v2.0.0-beta, v2.0.0-beta.1 v2.0.0",
    "2.0.0-beta 2.0.0-beta.1 2.0.0-alpha.7, 2.0.0-beta.2 2.0.0",
    "2.0.0-1 2.0.0-alpha, 2.0.0-alpha.1 2.0.0",
    "2.0.0-rc.1 2.0.0, 2.0.1 2.1.0 3.0.0",
    "2.0.0-x-1, 2.0.0-x-1.1 2.0.0",
    "01.2.3 1.2, 1.0.0",
    "1.0.99999999999999999999, 1.0.100000000000000000000 1.1.0 2.0.0",
  })
  void theNextAreHigherThanAnyOther(String taken, String next) {
    List<String> suggestions = VersionName.suggestions(List.of(taken.split(" ")), NOW);
    assertEquals(next + " " + TODAY, String.join(" ", suggestions));
  }

  @Test
  void aDayHasASecondVersion() {
    assertEquals(List.of("1.0.0", TODAY + ".2"), VersionName.suggestions(List.of(TODAY), NOW));
    assertEquals(
        List.of("1.0.0", TODAY + ".3"),
        VersionName.suggestions(List.of(TODAY, TODAY + ".2", TODAY + ".4"), NOW));
  }

  @Test
  void theDayIsThatOfUtc() {
    assertEquals(
        List.of("1.0.0", "2026-11-24"),
        VersionName.suggestions(List.of(), Instant.parse("2026-11-24T00:00:00Z")));
  }

  @Test
  void aSuggestionThatWouldBeTooLongIsNone() {
    String beta = "2.0.0-" + "b".repeat(58);
    assertEquals(List.of("2.0.0", TODAY), VersionName.suggestions(List.of(beta), NOW));
    String number = "9".repeat(2_000);
    assertEquals(List.of("1.0.0", TODAY), VersionName.suggestions(List.of("1.0." + number), NOW));
  }

  @Test
  void noSuggestionIsTakenOrWrong() {
    Random random = new Random(5);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      List<String> suggestions = VersionName.suggestions(taken, NOW);
      for (String name : suggestions) {
        assertEquals(Optional.empty(), VersionName.problem(name, taken));
      }
      assertFalse(suggestions.isEmpty());
      String chosen = suggestions.get(random.nextInt(suggestions.size()));
      taken.add(random.nextInt(4) > 0 ? chosen : chosen + "-rc." + random.nextInt(3));
    }
  }
}
