package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.agents.Refused;
import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an idempotency key. */
class IdempotencyKeyTest {
  private static MultiMap headers(String... values) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String value : values) {
      headers.add("idempotency-key", value);
    }
    return headers;
  }

  @Test
  void thereNeedBeNone() {
    assertEquals(Optional.empty(), IdempotencyKey.of(headers()));
  }

  /** The first is the draft's own example (2.1). */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"8e03978e-40d5-43dd-bc93-6894a57f9324\", 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "8e03978e-40d5-43dd-bc93-6894a57f9324, 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "` \"a b\" `, `a b`"
      })
  void quotationMarksMayBeLeftOut(String value, String key) {
    assertEquals(key, IdempotencyKey.of(headers(value)).orElseThrow().text());
  }

  @Test
  void aLongKeyIsGoodUpTo255Characters() {
    String longest = "k".repeat(255);
    assertEquals(longest, IdempotencyKey.of(headers("\"" + longest + "\"")).orElseThrow().text());
    assertThrows(Refused.class, () -> IdempotencyKey.of(headers("\"" + longest + "k\"")));
    assertThrows(Refused.class, () -> IdempotencyKey.of(headers(longest + "k")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "\"a",
        "a\"",
        "\"a\"b\"",
        "a b",
        "a, b",
        "\"a\", \"b\"",
        "\"ä\"",
        "\"a\\\"b\"",
        "\"a\u0000b\"",
        "\"a\";p=1"
      })
  void whatCannotBeReadInOneWayIsRefused(String value) {
    assertThrows(Refused.class, () -> IdempotencyKey.of(headers(value)));
  }

  @Test
  void twoAreOneTooMany() {
    assertThrows(Refused.class, () -> IdempotencyKey.of(headers("a", "a")));
  }
}
