package io.portico.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Pieces;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed as properties, it is kept as it was meant or refused in words. */
class PropertiesFuzzTest {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  @Property
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void theyAreKeptOrRefused(@ForAll("texts") String text) throws JsonProcessingException {
    assertKeptOrRefused(text);
  }

  @FuzzTest
  @DictionaryEntries({"\":", "\\u0000", "\\ud800", "[[[[", "{\"a\":", "1e9", "null", "true"})
  void anyTextIsKeptOrRefused(byte[] text) throws JsonProcessingException {
    assertKeptOrRefused(new String(text, UTF_8));
  }

  @Provide
  Arbitrary<String> texts() {
    return Pieces.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\"a\"",
            "\"b\":",
            "{\"c\":",
            "{}",
            "[]",
            "null",
            "true",
            "-0",
            "1e999999",
            "1.00",
            "\\u0041",
            "\\ud800",
            "\\",
            "\n",
            "\u2028",
            "é",
            "💡")
        .map(members -> "{\"x\":1" + members + "}");
  }

  private static void assertKeptOrRefused(String text) throws JsonProcessingException {
    Properties properties;
    try {
      properties = Properties.parse(text);
    } catch (InvalidProperties refused) {
      assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
      assertTrue(refused.getMessage().length() < 1_000);
      return;
    }
    assertEquals(properties, Properties.parse(properties.compact()));
    assertEquals(properties, Properties.parse(properties.pretty()));
    assertTrue(properties.compact().getBytes(UTF_8).length <= Properties.MAX_BYTES);
    assertTrue(properties.root().depth() <= Properties.MAX_DEPTH);
    assertEquals(MAPPER.readTree(text), MAPPER.readTree(properties.compact()), text);
  }
}
