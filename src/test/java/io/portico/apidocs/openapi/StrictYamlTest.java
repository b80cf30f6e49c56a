package io.portico.apidocs.openapi;

import static io.portico.apidocs.openapi.FilesToRead.YAML;
import static io.portico.apidocs.openapi.FilesToRead.read;
import static io.portico.apidocs.openapi.FilesToRead.refusal;
import static io.portico.apidocs.openapi.FilesToRead.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.InvalidProperties.Position;
import io.portico.apidocs.JsonValue;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u007f", "\ufffe", "\u001b[31m", "\u2028", "\u0085"})
  void aSignThatYamlDoesNotHaveIsRefused(String sign) {
    InvalidOpenApi refusal = refusal(YAML + "a: 𝄞" + sign);
    assertEquals(Optional.of(new Position(2, 6)), refusal.position());
    assertTrue(refusal.getMessage().chars().noneMatch(Character::isISOControl));
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
}
