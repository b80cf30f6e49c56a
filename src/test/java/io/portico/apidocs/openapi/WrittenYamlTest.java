package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.JsonValue.Text;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.RandomJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document in YAML says what it says in JSON. */
class WrittenYamlTest {
  private static void assertSame(JsonValue value) {
    Members document =
        new Members(new LinkedHashMap<>(Map.of("openapi", new Text("3.0.1"))))
            .with(List.of("x"), value);
    String yaml = JsonWriter.yaml(document);
    assertEquals(
        JsonWriter.compact(document), JsonWriter.compact(OpenApiFile.read(yaml).root()), yaml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a ",
        "a\n",
        "\na",
        "a\n\n  b\n c\n",
        "a\r\nb\r",
        "a\tb\t",
        "yes",
        "No",
        "on",
        "y",
        "true",
        "False",
        "null",
        "~",
        "007",
        "0x1F",
        "0o7",
        "1_000",
        "1e5",
        "-1",
        ".5",
        ".inf",
        ".NaN",
        "200",
        "2026-11-23",
        "12:30:45",
        "- a",
        "? a",
        "a: b",
        ": a",
        "a #b",
        "#a",
        "@a",
        "`a`",
        "%a",
        "&a",
        "*a",
        "!!str a",
        "!a",
        "|",
        ">",
        "{a}",
        "[a]",
        "'a'",
        "\"a\"",
        "a,b",
        "<<",
        "=",
        "---",
        "...",
        "--- a",
        "\0",
        "\u0001\u001f",
        "\u007f\u0085\u00a0",
        "\ufeffa",
        "\ufffe",
        "漢字 𝄞 😀",
        "\\n \\u0000"
      })
  void everyTextComesBackAsAValueAndAsAKey(String text) {
    assertSame(new Text(text));
    assertSame(new Members(Map.of(text, new Text(text))));
  }

  @Test
  void soDoesALongOne() {
    assertSame(new Text("word ".repeat(20_000)));
    assertSame(new Members(Map.of("k".repeat(2_000), new Text("v"))));
  }

  @Test
  void soDoesAnythingElse() {
    RandomJson random = new RandomJson(20_265);
    for (int i = 0; i < 500; i++) {
      assertSame(random.object(5));
    }
  }

  @Test
  void itIsWrittenForPeople() {
    String yaml =
        JsonWriter.yaml(OpenApiFile.read("{\"openapi\":\"3.0.1\",\"info\":{\"a\":1}}").root());
    assertTrue(yaml.startsWith("openapi: \"3.0.1\"\ninfo:\n  a: 1\n"), yaml);
  }
}
