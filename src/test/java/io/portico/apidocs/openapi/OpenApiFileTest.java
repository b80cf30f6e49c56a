package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.InvalidProperties.Position;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.RandomJson;
import io.portico.apidocs.openapi.OpenApiFile.Version;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.nio.charset.StandardCharsets;
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
  private static final String YAML = "openapi: 3.0.3\n";
  private static final String JSON = "{\"openapi\":\"3.0.3\"";

  private static InvalidOpenApi refusal(String text) {
    return assertThrows(InvalidOpenApi.class, () -> OpenApiFile.read(text), text);
  }

  private static InvalidOpenApi refusal(byte[] file) {
    return assertThrows(InvalidOpenApi.class, () -> OpenApiFile.read(file));
  }

  private static String read(String text) {
    return JsonWriter.compact(OpenApiFile.read(text).root());
  }

  /** What YAML makes of one value. */
  private static String value(String yaml) {
    JsonValue.Members root = OpenApiFile.read(YAML + "x: " + yaml + "\n").root();
    return JsonWriter.compact(new JsonValue.Members(Map.of("x", root.members().get("x"))));
  }

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
        "1           | 1",
        "-0          | -0",
        "1.50        | 1.50",
        "1E+5        | 1E+5",
        "true        | true",
        "True        | true",
        "FALSE       | false",
        "null        | null",
        "~           | null",
        "``          | null",
        "Null        | null",
        "yes         | 'yes'",
        "No          | 'No'",
        "on          | 'on'",
        "y           | 'y'",
        "tRue        | 'tRue'",
        "007         | '007'",
        "0o17        | '0o17'",
        "0x1F        | '0x1F'",
        "0b11        | '0b11'",
        "1_000       | '1_000'",
        "12:30:45    | '12:30:45'",
        "+1          | '+1'",
        ".5          | '.5'",
        "5.          | '5.'",
        ".inf        | '.inf'",
        ".NaN        | '.NaN'",
        "１           | '１'",
        "2024-01-31  | '2024-01-31'",
        "2001-12-14t21:59:43.10-05:00 | '2001-12-14t21:59:43.10-05:00'",
        "=           | '='",
        "<<          | '<<'",
        "1.2.3       | '1.2.3'",
        "'1'         | '1'",
        "\"true\"    | 'true'",
        "'~'         | '~'",
        "''          | ''",
        "\"a\\u0000\" | 'a\\u0000'",
        "&a 1        | 1",
      })
  void aPlainWordIsANumberOnlyWhereJsonReadsOne(String yaml, String json) {
    assertEquals("{\"x\":" + json.replace('\'', '"') + "}", value(yaml));
  }

  @Test
  void textsOfSeveralLinesAreRead() {
    assertEquals("{\"x\":\"a\\nb\\n\"}", value("|\n  a\n  b"));
    assertEquals("{\"x\":\"a b\"}", value(">-\n  a\n  b"));
    assertEquals("{\"x\":\"1\\n\"}", value("|\n  1"));
  }

  @Test
  void aKeyIsATextAsItIsWritten() {
    assertEquals(
        "{\"openapi\":\"3.0.3\",\"200\":{\"yes\":1,\"1.0\":2,\"null\":3,\"2024-01-31\":4,\"007\":5},\"\":6}",
        read(YAML + "200: {yes: 1, 1.0: 2, null: 3, 2024-01-31: 4, 007: 5}\n? \n: 6\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 1~a: 2                 | 3 | 1  | The key \"a\" is there twice",
        "200: x~'200': y           | 3 | 1  | The key \"200\" is there twice",
        "o: {k: 1, k: 2}           | 2 | 11 | The key \"k\" is there twice",
        "a: &x {b: 1}~c: *x        | 3 | 4  | alias",
        "a: &x b~*x : 1            | 3 | 1  | alias",
        "a: &x [1]~b: {<<: *x}     | 3 | 9  | alias",
        "a: !!javax.script.ScriptEngineManager [] | 2 | 4 | tag",
        "a: !!str 200              | 2 | 4  | tag",
        "a: !x {}                  | 2 | 4  | tag",
        "a: ! x                    | 2 | 4  | tag",
        "a: !!binary aGVsbG8=      | 2 | 4  | tag",
        "!!str a: 1                | 2 | 1  | tag",
        "a: !!set {x}              | 2 | 4  | tag",
        "---~b: 1                  | 2 | 1  | document",
        "...~---~b: 1              | 3 | 1  | document",
        "? {a: 1}~: 2              | 2 | 3  | key",
        "? [a]~: 2                 | 2 | 3  | key",
        "[a]: 2                    | 2 | 1  | key",
        "a:~\tb: 1                 | 3 | 1  | YAML",
        "a: b: c                   | 2 | 5  | YAML",
        "a: 'b                     | 2 | 6  | YAML",
        "a: [1, 2                  | 2 | 9  | YAML",
        "a: @b                     | 2 | 4  | YAML",
        "a: \"\\q\"                | 2 | 6  | YAML",
        "a: 𝄞𝄞 b: c                | 2 | 10 | YAML",
      })
  void whatIsWrongInYamlIsShownWhereItStands(String yaml, int line, int column, String sentence) {
    InvalidOpenApi refusal = refusal(YAML + yaml.replace('~', '\n'));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    assertEquals(Optional.of(new Position(line, column)), refusal.position(), refusal.getMessage());
    assertTrue(
        refusal.getMessage().startsWith("Line %d, column %d: ".formatted(line, column)),
        refusal.getMessage());
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
        ",'a':'\\ud800'}      | 1 | 24 | Half of a character",
        ",'a':                | 1 | 24 | ends too soon",
      })
  void whatIsWrongInJsonIsShownWhereItStands(String json, int line, int column, String sentence) {
    InvalidOpenApi refusal = refusal(JSON + json.replace('\'', '"').replace('~', '\n'));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    assertEquals(Optional.of(new Position(line, column)), refusal.position(), refusal.getMessage());
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void aBombOfAliasesNeverExpands() {
    StringBuilder bomb = new StringBuilder(YAML + "a0: &a0 [lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 20; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i))
          .append(("*a" + (i - 1) + ", ").repeat(9))
          .append("lol]\n");
    }
    assertTrue(refusal(bomb.toString()).getMessage().contains("alias"));
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
    refusal((YAML + "a: \u00fc").getBytes(StandardCharsets.UTF_8).length, YAML + "a: \u00fc");
  }

  private static void refusal(int length, String text) {
    byte[] cut = new byte[length - 1];
    System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, cut, 0, length - 1);
    refusal(cut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u007f", "\ufffe", "\u001b[31m", "\u2028", "\u0085"})
  void aSignThatYamlDoesNotHaveIsRefused(String sign) {
    InvalidOpenApi refusal = refusal(YAML + "a: 𝄞" + sign);
    assertEquals(Optional.of(new Position(2, 6)), refusal.position());
    assertTrue(refusal.getMessage().chars().noneMatch(Character::isISOControl));
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
  void aLargeFileIsReadInYaml() {
    StringBuilder file = new StringBuilder(YAML + "paths:\n");
    for (int i = 0; file.length() < 6_200_000; i++) {
      file.append("  /r%d:\n    get:\n      summary: What it is\n".formatted(i))
          .append("      responses: {200: {description: Fine}}\n");
    }
    JsonValue.Members root = OpenApiFile.read(file.toString()).root();
    assertTrue(((JsonValue.Members) root.members().get("paths")).members().size() > 50_000);
  }

  @Test
  void aLineOfHalfAMegabyteIsReadInYamlAndNoLonger() {
    String line = "# " + "x".repeat(500_000 - 2);
    read(YAML + line + "\n" + line + "\r" + line);
    assertEquals(Optional.of(new Position(2, 1)), refusal(YAML + line + "x").position());
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
