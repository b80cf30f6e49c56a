package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.InvalidProperties.Position;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTest {
  private static final KeyPath TITLE = KeyPath.of("info.title");
  private static final KeyPath EMAIL = KeyPath.of("info.contact.email");
  private static final KeyPath TAGS = KeyPath.of("tags");

  private static InvalidProperties refusal(String text) {
    return assertThrows(InvalidProperties.class, () -> Properties.parse(text));
  }

  private static String object(String quoted) {
    return quoted.replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'a':1,'b':1.0,'c':1.00,'d':-0,'e':1e5,'f':1E+5}",
        "{'a':1e999999,'b':-1e-999999,'c':1E2147483648}",
        "{'a':123456789012345678901234567890123456789012345678901234567890}",
        "{'z':1,'a':{'z':[],'a':{}},'m':[[null],true,false]}",
        "{'__proto__':{'constructor':'x'},'':'empty','a.b':'dotted'}",
        "{'nul':'\\u0000','line':'a\\nb','pair':'𝄞','script':'</script>'}",
      })
  void whatIsReadIsWrittenAsItWas(String quoted) {
    assertEquals(object(quoted), Properties.parse(object(quoted)).compact());
  }

  @Test
  void aNumberOfManyDigitsIsKeptAndNeverReckoned() {
    String text = "{\"a\":" + "9".repeat(60_000) + "}";
    assertEquals(text, Properties.parse(text).compact());
    assertEquals("{\"a\":1e999999999}", Properties.parse("{\"a\":1e999999999}").compact());
  }

  @Test
  void outermostKeysAreLaidOverAsAWholeAndTheOthersStay() {
    Properties held = Properties.parse("{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"e\":3.0}");
    Properties keys = Properties.parse("{\"z\":null,\"b\":{\"c\":9}}");
    assertEquals("{\"a\":1,\"b\":{\"c\":9},\"e\":3.0,\"z\":null}", held.with(keys).compact());
    assertEquals(held, held.with(Properties.none()));
    Properties half = Properties.parse("{\"a\":\"" + "x".repeat(40_000) + "\"}");
    Properties rest = Properties.parse("{\"b\":\"" + "x".repeat(40_000) + "\"}");
    assertThrows(InvalidProperties.class, () -> half.with(rest));
  }

  @Test
  void equalPropertiesAreWrittenAlike() {
    Properties one = Properties.parse("{ \"a\" : \"\\u0041\\/\" }");
    assertEquals(Properties.parse("{\"a\":\"A/\"}"), one);
    assertEquals(Properties.parse("{\"a\":\"A/\"}").hashCode(), one.hashCode());
    assertNotEquals(Properties.parse("{\"a\":1}"), Properties.parse("{\"a\":1.0}"));
    assertNotEquals(Properties.parse("{\"a\":1,\"b\":2}"), Properties.parse("{\"b\":2,\"a\":1}"));
  }

  @Test
  void peopleReadOneMemberALine() {
    assertEquals(
        """
        {
          "info": {
            "title": "Pets"
          },
          "tags": [
            "a",
            "b"
          ],
          "x-none": {},
          "x-few": []
        }""",
        Properties.parse(
                object("{'info':{'title':'Pets'},'tags':['a','b'],'x-none':{},'x-few':[]}"))
            .pretty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                       | 1 | 1  | begins with {",
        "[]                       | 1 | 1  | begins with {",
        "'text'                   | 1 | 1  | begins with {",
        "null                     | 1 | 1  | begins with {",
        "{'a':1}x                 | 1 | 8  | JSON",
        "{'a':1} {'b':2}          | 1 | 9  | closing }",
        "{'a':1,~ 'b':2,~ 'a':3}  | 3 | 2  | The key \"a\" is there twice",
        "{'o':{'k':1,'k':2}}      | 1 | 13 | The key \"k\" is there twice",
        "{'a':1,'\\u0061':2}      | 1 | 8  | The key \"a\" is there twice",
        "{~  'a': tru~}           | 2 | 8  | JSON",
        "{a:1}                    | 1 | 2  | JSON",
        "{'a':1,}                 | 1 | 8  | JSON",
        "{'a':'\\q'}              | 1 | 8  | JSON",
        "{'a':01}                 | 1 | 7  | JSON",
        "{'a':NaN}                | 1 | 6  | JSON",
        "{'a':'b~'}               | 1 | 8  | \\n",
        "{'a':[1,2                | 1 | 10 | ends too soon",
        "{'a':'b                  | 1 | 8  | ends too soon",
        "{'a':'\\ud800'}          | 1 | 6  | A broken character stands",
        "{'a':'\\udc00\\ud800'}   | 1 | 6  | A broken character stands",
        "{'\\ud800':1}            | 1 | 2  | A broken character stands",
      })
  void whatIsWrongIsShownWhereItStands(String text, int line, int column, String sentence) {
    InvalidProperties refusal = refusal(object(text).replace('~', '\n'));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    assertEquals(Optional.of(new Position(line, column)), refusal.position(), refusal.getMessage());
    assertTrue(
        refusal.getMessage().startsWith("Line %d, column %d: ".formatted(line, column)),
        refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\u0000\"}",
        "\u0000{}",
        "\ufeff{}",
        "{\"a\":\"\ud800\"}",
        "{\"a\":\u0000}"
      })
  void aSignThatJsonDoesNotHaveIsRefused(String text) {
    assertTrue(refusal(text).position().isPresent());
  }

  @Test
  void noMessageIsInTheTongueOfTheParser() {
    for (String text :
        List.of(
            "{a:1}",
            "{\"a\":1,}",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\\q\"}",
            "{\"a\":01}",
            "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\":-Infinity}",
            "{/* x */}",
            "{\"a\":\u0000}")) {
      String message = refusal(text).getMessage();
      assertTrue(
          Stream.of("code ", "CTRL", "enable", "Feature").noneMatch(message::contains), message);
    }
  }

  @Test
  void aMessageIsASentence() {
    assertEquals(
        "Line 1, column 2: This is not valid JSON. Unexpected character ('a'): was expecting double-quote"
            + " to start field name.",
        refusal("{a:1}").getMessage());
    assertEquals(
        "Line 2, column 3: \"tru\" is no value of JSON. Write texts in double quotes.",
        refusal("{\"a\":\n  tru}").getMessage());
  }

  @Test
  void aMessageHoldsNoControlCharacterAndIsShort() {
    String key = "\\u001b[31m\\n" + "𝄞".repeat(5_000);
    String message = refusal("{\"" + key + "\":1,\"" + key + "\":2}").getMessage();
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    assertTrue(Properties.isWhole(message), message);
    assertTrue(message.length() < 300, message);
    assertTrue(refusal("{\"a\":" + "x".repeat(5_000) + "}").getMessage().length() < 300);
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void sixtyFourLevelsAreReadAndNoMore() {
    assertEquals(nested(64), Properties.parse(nested(64)).compact());
    InvalidProperties refusal = refusal(nested(65));
    assertEquals(Optional.of(new Position(1, 64 * 5 + 1)), refusal.position());
    refusal(nested(1_000));
    refusal("{\"a\":" + "[".repeat(100_000));
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void sixtyFourKibibytesAreReadAndNoMore() {
    String longest = "x".repeat(Properties.MAX_BYTES - "{\"a\":\"\"}".length());
    Properties properties = Properties.parse("{\"a\":\"" + longest + "\"}");
    assertEquals(Optional.of(longest), properties.text(KeyPath.of("a")));
    assertEquals(Optional.empty(), refusal("{\"a\":\"x" + longest + "\"}").position());
    // Two bytes each.
    refusal("{\"a\":\"" + "ß".repeat(Properties.MAX_BYTES / 2) + "\"}");
    refusal("{\"a\":\"" + "x".repeat(1 << 20) + "\"}");
    refusal(" ".repeat(1 << 20) + "{}");
    assertThrows(InvalidProperties.class, () -> properties.with(KeyPath.of("a"), longest + "x"));
  }

  @Test
  void anObjectOfALargerTextHasTheSameLimits() {
    JsonReader.Rules rules = new JsonReader.Rules(200, "", InvalidProperties::new);
    JsonValue.Members deepest = JsonReader.read(nested(64), rules);
    assertEquals(deepest, Properties.of(deepest).root());
    assertEquals(64, deepest.depth());
    assertThrows(InvalidProperties.class, () -> Properties.of(JsonReader.read(nested(65), rules)));
    String longest = "x".repeat(Properties.MAX_BYTES - "{\"a\":\"\"}".length());
    JsonValue.Members read = JsonReader.read("{\"a\":\"" + longest + "\"}", rules);
    assertEquals(read, Properties.of(read).root());
    assertThrows(
        InvalidProperties.class,
        () -> Properties.of(JsonReader.read("{\"a\":\"x" + longest + "\"}", rules)));
  }

  @Test
  void whatIsLongOnlyByItsIndentationIsRead() {
    Properties wide = Properties.parse("{\"a\":[" + "[1],".repeat(12_000) + "[1]]}");
    assertTrue(wide.pretty().length() > Properties.MAX_BYTES);
    assertEquals(wide, Properties.parse(wide.pretty()));
  }

  @Test
  void aFieldIsSetWithoutTouchingOthers() {
    Properties properties =
        Properties.parse(object("{'x':1.0,'info':{'version':'2','contact':{'x-y':[]}},'tags':1}"));
    assertEquals(
        object("{'x':1.0,'info':{'version':'2','contact':{'x-y':[]},'title':'Pets'},'tags':1}"),
        properties.with(TITLE, "Pets").compact());
    assertEquals(
        object("{'x':1.0,'info':{'version':'2','contact':{'x-y':[],'email':'a@b'}},'tags':1}"),
        properties.with(EMAIL, "a@b").compact());
    assertEquals(
        object("{'x':1.0,'info':{'version':'2','contact':{'x-y':[]}},'tags':['a','b']}"),
        properties.with(TAGS, List.of("a", "b")).compact());
  }

  @Test
  void objectsOnTheWayComeAndGoWithTheField() {
    Properties set = Properties.none().with(EMAIL, "a@b");
    assertEquals(object("{'info':{'contact':{'email':'a@b'}}}"), set.compact());
    assertEquals(Properties.none(), set.without(EMAIL));
    Properties empty = Properties.parse("{\"info\":{}}");
    assertEquals(empty, empty.without(EMAIL));
  }

  @Test
  void whatStandsOnTheWayIsNotLost() {
    Properties properties = Properties.parse("{\"info\":\"Pets\"}");
    assertEquals(
        "\"info\" is no object and cannot hold \"title\". Change it in the JSON first.",
        assertThrows(InvalidProperties.class, () -> properties.with(TITLE, "x")).getMessage());
    assertEquals(properties, properties.without(TITLE));
    assertEquals(Optional.empty(), properties.text(TITLE));
  }

  @Test
  void halfOfACharacterIsNotSet() {
    assertThrows(InvalidProperties.class, () -> Properties.none().with(TITLE, "a\ud800"));
    assertThrows(
        InvalidProperties.class, () -> Properties.none().with(TAGS, List.of("a", "\udc00")));
  }

  @Test
  void onlyAStringIsAText() {
    Properties properties = Properties.parse(object("{'a':'b','n':1,'l':['c',2],'o':{'d':'e'}}"));
    assertEquals(Optional.of("b"), properties.text(KeyPath.of("a")));
    assertEquals(Optional.empty(), properties.text(KeyPath.of("n")));
    assertEquals(Optional.empty(), properties.text(KeyPath.of("l")));
    assertEquals(Optional.of(new JsonValue.Literal("1")), properties.value(KeyPath.of("n")));
    assertEquals(List.of("b", "c", "e"), properties.texts().toList());
  }

  @Test
  void whateverTheyHoldPropertiesComeBack() {
    RandomJson random = new RandomJson(20_261);
    for (int i = 0; i < 2_000; i++) {
      String written = JsonWriter.compact(random.object(5));
      Properties properties = Properties.parse(written);
      assertEquals(written, properties.compact());
      assertEquals(properties, Properties.parse(properties.pretty()));
    }
  }

  @Test
  void whateverTheyHoldAFieldIsSetAndRemovedAlone() {
    RandomJson random = new RandomJson(20_262);
    KeyPath fresh = new KeyPath(List.of("info", "new", "field"));
    int set = 0;
    for (int i = 0; i < 2_000; i++) {
      Properties properties = Properties.parse(JsonWriter.compact(random.object(4)));
      String text = random.text();
      Optional<JsonValue> info = properties.value(KeyPath.of("info"));
      if (info.filter(value -> !(value instanceof JsonValue.Members)).isPresent()
          || info.filter(JsonValue.Members.NOTHING::equals).isPresent()) {
        continue;
      }
      set++;
      Properties changed = properties.with(fresh, text);
      assertEquals(Optional.of(text), changed.text(fresh));
      assertEquals(changed, Properties.parse(changed.compact()));
      assertEquals(properties, changed.without(fresh));
    }
    assertTrue(set > 1_000, "of 2000: " + set);
  }
}
