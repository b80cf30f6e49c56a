package io.portico.apidocs.proposing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.Note;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalRulesTest {
  private static final String KEYS = "{\"summary\":\"One\"}";

  private static Optional<String> problem(String keys, String reason) {
    return ProposalRules.problem(Properties.parse(keys), Note.typed(reason));
  }

  private static void assertProblem(String part, Optional<String> problem) {
    assertTrue(problem.orElse("none").contains(part), problem.toString());
  }

  @Test
  void nothingIsNoProposal() {
    assertProblem("Give at least one key", problem("{}", "Why"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t "})
  void peopleAreToldWhy(String reason) {
    assertProblem("Say in the reason", problem(KEYS, reason));
  }

  @Test
  void aReasonIsShort() {
    assertEquals(Optional.empty(), problem(KEYS, "🎁".repeat(1_000)));
    assertProblem("The reason has 1,001 characters", problem(KEYS, "🎁".repeat(1_001)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\u001bb", "a\u0085b", "a\rb", "\u007f"})
  void aReasonSteersNothing(String reason) {
    assertProblem("control characters", problem(KEYS, reason + "."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\u0000\"}",
        "{\"\\u0000\":1}",
        "{\"a\":{\"b\":[\"x\",{\"c\\u0000\":null}]}}",
        "{\"a\":\"\\\\\\u0000\"}",
        "{\"a\":\"\\\"\\u0000\"}"
      })
  void whatPostgresqlDoesNotKeepIsRefused(String keys) {
    assertProblem("U+0000", problem(keys, "Why"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\\\u0000\"}",
        "{\"a\":\"\\\\\\\\u0000\"}",
        "{\"a\":\"\\u202e <script>alert(1)</script> \\u0001\"}",
        "{\"__proto__\":{\"\":null}}"
      })
  void whatOnlyLooksOddIsTaken(String keys) {
    assertEquals(Optional.empty(), problem(keys, "Why\n\tso \u202e<b>"));
  }

  @Test
  void halfACharacterIsRefusedWhereverItStands() {
    String half = "\ud83c";
    Properties keys = Properties.of(new JsonValue.Members(Map.of("a", new JsonValue.Text(half))));
    assertProblem("broken character", ProposalRules.problem(keys, Note.typed("Why")));
    assertProblem("broken character", problem(KEYS, half));
  }

  /**
   * Of the Unicode Standard, 23: a filler, a joiner of words, a mark of bytes, tags, a selector.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u200b",
        "\\u2060",
        "\\ufeff",
        "\\udb40\\udc49",
        "\\udb40\\udd00",
        "\\u3164",
        "\\u180e"
      })
  void whatNobodySeesIsRefused(String unseen) {
    for (String keys :
        List.of("{\"description\":\"Nice." + unseen + "\"}", "{\"x" + unseen + "\":1}")) {
      assertTrue(
          problem(keys, "Why").orElseThrow().startsWith("Leave out signs that nobody sees"), keys);
    }
  }

  @Test
  void signsThatFormEmojiAndLettersAreGood() {
    String family =
        "\\ud83d\\udc69\\u200d\\ud83d\\udc67 \\u2764\\ufe0f \\u0645\\u06cc\\u200c\\u062e";
    assertEquals(Optional.empty(), problem("{\"description\":\"" + family + "\"}", "Why"));
  }
}
