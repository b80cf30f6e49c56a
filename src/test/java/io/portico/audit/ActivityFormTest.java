package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityFormTest {
  private static final Person SCIENTIST = person(Set.of());
  private static final Person AUDITOR = person(Set.of(Role.AUDITOR));

  private static Person person(Set<Role> roles) {
    return new Person("s-1", "Sam", Set.of(), roles, "session");
  }

  private static ActivityForm dates(String from, String to) {
    return new ActivityForm(null, null, null, null, null, from, to, null);
  }

  private static ActivityForm before(String cursor) {
    return new ActivityForm(null, null, null, null, null, null, null, cursor);
  }

  private static ActivityForm whose(String whose) {
    return new ActivityForm(whose, "lee", null, null, null, null, null, null);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"mine", "", "everybody's", "all", "s-2"})
  void whoIsNoAuditorSeesTheirOwnRecordsWhateverTheyAsk(String whose) {
    ActivityFilter filter = whose(whose).filterFor(SCIENTIST);
    assertEquals(Optional.of("s-1"), filter.subject());
    assertEquals(Optional.empty(), filter.who());
  }

  @Test
  void anAuditorSeesEverybodysOrChoosesTheirOwn() {
    assertEquals(Optional.empty(), whose(null).filterFor(AUDITOR).subject());
    assertEquals(Optional.of("lee"), whose(null).filterFor(AUDITOR).who());
    assertEquals(Optional.of("s-1"), whose("mine").filterFor(AUDITOR).subject());
  }

  @Test
  void aDayBeginsAndEndsInUtcAndTheLastOneCounts() {
    ActivityFilter filter = dates("2026-02-28", "2026-02-28").filterFor(SCIENTIST);
    assertEquals(Optional.of(Instant.parse("2026-02-28T00:00:00Z")), filter.from());
    assertEquals(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), filter.until());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-02-30",
        "31.01.2026",
        "2026-1-1",
        "+10000-01-01",
        "2026-01-01T"
      })
  void whatIsNoDateIsSaidAtItsField(String text) {
    assertEquals(Set.of("from"), dates(text, null).problems().keySet());
    assertEquals(Set.of("to"), dates(null, text).problems().keySet());
  }

  @Test
  void aLastDayBeforeTheFirstIsAMistake() {
    assertEquals(Set.of("to"), dates("2026-02-02", "2026-02-01").problems().keySet());
    assertTrue(dates("2026-02-02", "2026-02-02").problems().isEmpty());
  }

  @Test
  void anActionAndAResultAreOfTheirLists() {
    ActivityForm form = new ActivityForm(null, null, "DROP", null, "done", null, null, null);
    assertEquals(Set.of("action", "result"), form.problems().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1-00000000-0000-0000-0000-000000000001",
        "99999999999999999-00000000-0000-0000-0000-000000000001",
        "1-00000000-0000-0000-0000-00000000000g",
        "' or 1=1 --",
        "1-0-0-0-0-0",
        "\u0000"
      })
  void aHostileCursorIsAProblemOfTheForm(String hostile) {
    assertEquals(Set.of("before"), before(hostile).problems().keySet());
  }

  @Test
  void aCursorSurvivesItsAddress() {
    Cursor cursor = new Cursor(Activities.NOON, UUID.randomUUID());
    assertEquals(Optional.of(cursor), before(cursor.toString()).cursor());
    assertTrue(before(cursor.toString()).problems().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "a&b=c, who=a%26b%3Dc",
    "100%, who=100%25",
    "{x}, who=%7Bx%7D",
    "ä +, who=%C3%A4+%2B"
  })
  void anAddressKeepsWhatWasTyped(String typed, String query) {
    ActivityForm form = new ActivityForm(null, typed, null, null, null, null, null, "x");
    assertEquals("/app/activity?" + query, form.at("/app/activity", Optional.empty()).toString());
  }

  @Test
  void whoseRecordsIsNoFilter() {
    assertFalse(new ActivityForm("mine", "", " ", null, null, null, null, null).isFiltered());
    assertTrue(whose("mine").isFiltered());
  }
}
