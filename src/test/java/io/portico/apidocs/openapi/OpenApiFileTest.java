package io.portico.apidocs.openapi;

import static io.portico.apidocs.openapi.FilesToRead.JSON;
import static io.portico.apidocs.openapi.FilesToRead.YAML;
import static io.portico.apidocs.openapi.FilesToRead.read;
import static io.portico.apidocs.openapi.FilesToRead.refusal;
import static io.portico.apidocs.openapi.FilesToRead.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.InvalidProperties.Position;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.RandomJson;
import io.portico.apidocs.openapi.OpenApiFile.Version;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiFileTest {
  @ParameterizedTest
  @CsvSource({
    "openapi: 3.0.3,              OPENAPI_3",
    "openapi: '3.0.0',            OPENAPI_3",
    "openapi: 3.0,                OPENAPI_3",
    "swagger: '2.0',              SWAGGER_2",
    "swagger: 2.0,                SWAGGER_2",
    "{\"openapi\":\"3.0.4\"},     OPENAPI_3",
    "{\"swagger\":\"2.0\"},       SWAGGER_2",
  })
  void theVersionsOfApiGatewayAreRead(String text, Version version) {
    assertEquals(version, OpenApiFile.read(text).version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.0", "3.1", "3.2.0", "3.10.0", "3.1.0-rc1"})
  void aLaterVersionIsRefusedWithTheWayOut(String version) {
    String message = refusal("openapi: \"" + version + "\"").getMessage();
    assertTrue(message.contains("OpenAPI " + version), message);
    assertTrue(message.contains("Save the file as OpenAPI 3.0"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi: 4.0.0",
        "openapi: 2.0",
        "openapi: 3",
        "openapi: 3.0.x",
        "openapi: 3.0.0\\n",
        "openapi: ''",
        "swagger: 1.2",
        "swagger: 2",
        "swagger: 3.0.0",
      })
  void anUnknownVersionIsRefusedWithWhatIsExpected(String text) {
    String message = refusal(text).getMessage();
    assertTrue(message.contains("Expected is openapi 3.0"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        "# nothing",
        "---",
        "openapi",
        "- openapi: 3.0.3",
        "[]",
        "{}",
        "info: {title: x}",
        "openapi: [3.0.3]",
        "openapi: null",
        "{\"openapi\":{}}",
        "%PDF-1.7",
        "PK\u0003\u0004",
        "<html></html>",
      })
  void whatIsNoOpenApiFileIsRefused(String text) {
    refusal(text);
  }

  @Test
  void aFileOfTwoKindsIsRefused() {
    assertTrue(refusal("openapi: 3.0.3\nswagger: '2.0'").getMessage().contains("both"));
  }

  @Test
  void orderAndNumbersStayAsTheyWereWritten() {
    String json =
        "{\"openapi\":\"3.0.3\",\"z\":1.0,\"a\":1e999999,\"m\":{\"y\":-0,\"b\":[1,{\"q\":null}]}}";
    assertEquals(json, read(json));
    assertEquals(
        json,
        read(
            """
            openapi: 3.0.3
            z: 1.0
            a: 1e999999
            m:
              y: -0
              b:
                - 1
                - q:
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",~ 'a':1,~ 'a':2}    | 3 | 2  | The key \"a\" is there twice",
        ",'a':&b}             | 1 | 24 | JSON",
        ",'a':tru}            | 1 | 24 | JSON",
        "}x                   | 1 | 20 | JSON",
        "} {}                 | 1 | 21 | closing }",
        ",'a':'\\ud800'}      | 1 | 24 | A broken character stands",
        ",'a':                | 1 | 24 | ends too soon",
      })
  void whatIsWrongInJsonIsShownWhereItStands(String json, int line, int column, String sentence) {
    InvalidOpenApi refusal = refusal(JSON + json.replace('\'', '"').replace('~', '\n'));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    assertEquals(Optional.of(new Position(line, column)), refusal.position(), refusal.getMessage());
  }

  @Test
  void aMarkOfTheByteOrderIsSkipped() {
    assertEquals("{\"openapi\":\"3.0.3\"}", read("\ufeff" + YAML));
    assertEquals("{\"openapi\":\"3.0.3\"}", read("\ufeff" + JSON + "}"));
    byte[] marked = ("\ufeff" + YAML).getBytes(StandardCharsets.UTF_8);
    assertEquals(Version.OPENAPI_3, OpenApiFile.read(marked).version());
    assertEquals(Optional.of(new Position(2, 4)), refusal("\ufeff" + YAML + "a: *b").position());
    assertEquals(
        "Line 1, column 24: \"tru\" is no value of JSON. Write texts in double quotes.",
        refusal("\ufeff" + JSON + ",\"a\":tru}").getMessage());
  }

  @Test
  void onlyUtf8IsRead() {
    byte[] latin = (YAML + "a: gr\u00fc\u00df").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "Line 2, column 6: The file is not in UTF-8. Save it in UTF-8.",
        refusal(latin).getMessage());
    refusal(YAML.getBytes(StandardCharsets.UTF_16));
    refusal(new byte[] {'{', (byte) 0xc0, (byte) 0x80, '}'});
    refusal(new byte[] {'{', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '}'});
    // Ends within a character.
    byte[] whole = (YAML + "a: \u00fc").getBytes(StandardCharsets.UTF_8);
    refusal(Arrays.copyOf(whole, whole.length - 1));
  }

  @Test
  void halfOfACharacterIsRefused() {
    assertTrue(refusal(YAML + "a: \ud800").position().isPresent());
    assertTrue(refusal(YAML + "a: \"\\ud800\"").position().isPresent());
    assertTrue(refusal(JSON + ",\"a\":\"\udc00\"}").position().isPresent());
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void sixMegabytesAreReadAndNoMore() {
    String longest = JSON + ",\"a\":\"" + "x".repeat(6 * 1024 * 1024 - 26) + "\"}";
    assertEquals(OpenApiFile.MAX_BYTES, longest.length());
    OpenApiFile.read(longest);
    OpenApiFile.read(longest.getBytes(StandardCharsets.UTF_8));
    refusal(longest + " ");
    refusal((longest + " ").getBytes(StandardCharsets.UTF_8));
    // Two bytes each.
    refusal(JSON + ",\"a\":\"" + "ß".repeat(3 * 1024 * 1024) + "\"}");
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void twoHundredLevelsAreReadAndNoMore() {
    for (String open : List.of("[", "{\"a\":")) {
      String close = open.equals("[") ? "]" : "}";
      for (String start : List.of(JSON + ",\"a\":", YAML + "a: ")) {
        String end = start.startsWith("{") ? "}" : "";
        OpenApiFile.read(start + open.repeat(198) + "[]" + close.repeat(198) + end);
        refusal(start + open.repeat(199) + "[]" + close.repeat(199) + end);
        refusal(start + open.repeat(500_000));
      }
    }
    refusal(YAML + "a:\n" + "- ".repeat(500_000) + "b");
    refusal(YAML + "? ".repeat(500_000) + "b");
  }

  @Test
  void aNumberOfManyDigitsIsKeptAndNeverReckoned() {
    String digits = "9".repeat(400_000);
    assertEquals("{\"x\":" + digits + "}", value(digits));
    assertEquals(JSON + ",\"x\":" + digits + "}", read(JSON + ",\"x\":" + digits + "}"));
  }

  @Test
  void aMessageHoldsNoControlCharacterAndIsShort() {
    for (String file :
        List.of(
            "{\"openapi\":\"\\u001b[31m" + "9".repeat(5_000) + "\"}",
            "openapi: \"3.1\\e[31m" + "9".repeat(5_000) + "\"",
            YAML + "\"\\e[31m" + "k".repeat(900) + "\": 1\n\"\\e[31m" + "k".repeat(900) + "\": 2",
            YAML + "a: !\u001b[31m x")) {
      String message = refusal(file).getMessage();
      assertTrue(message.chars().noneMatch(Character::isISOControl), message);
      assertTrue(message.length() < 400, message);
    }
  }

  @Test
  void whateverItHoldsAFileOfJsonComesBack() {
    RandomJson random = new RandomJson(20_263);
    for (int i = 0; i < 1_000; i++) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("openapi", new JsonValue.Text("3.0.3"));
      members.putAll(random.object(6).members());
      String written = JsonWriter.compact(new JsonValue.Members(members));
      assertEquals(written, read(written));
      // The same text behind a comment is YAML's flow style.
      assertEquals(written, read("#\n" + escaped(written)));
    }
  }

  /** YAML takes fewer characters as they are. */
  private static String escaped(String json) {
    return json.replace("\u007f", "\\u007f").replace("\u2028", "\\u2028");
  }

  @Test
  void whateverIsBrokenItIsRefusedOrRead() {
    Random random = new Random(20_264);
    String sample =
        """
        %YAML 1.2
        --- # the file
        openapi: 3.0.3
        info: {title: "A\\u00e4\\x41", 'v': [1, -2.5e3]}
        paths:
          /pets/{id}: &p
            get: {responses: {200: {description: |-
              Text, # none
              and: more }}}
        ? key
        : - "a
            b"
          - >2
              folded
        """;
    String signs = "{}[]:,-?&*!|>'\"%@`#\\ \n\t~=<.0aUxu\u0085\u2028\ud834\udd1e";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder broken = new StringBuilder(sample);
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int at = random.nextInt(broken.length());
        broken.replace(
            at,
            Math.min(broken.length(), at + random.nextInt(3)),
            String.valueOf(signs.charAt(random.nextInt(signs.length()))));
      }
      try {
        OpenApiFile.read(broken.toString());
      } catch (InvalidOpenApi e) {
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
      }
    }
  }
}
