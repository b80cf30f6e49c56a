package io.portico.apidocs.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Field;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartFormTest {
  /** What a browser sends of a form that nobody has touched. */
  private static MultivaluedMap<String, String> untouched(LocationType type, Properties base) {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle("as", "fields");
    form.putSingle("seen", base.compact());
    for (FilledField field :
        FilledField.of(type, PartForm.fresh(Tab.FIELDS, Optional.of(base), base), Map.of())) {
      field.text().ifPresent(t -> form.putSingle(field.name(), t.replace("\n", "\r\n")));
    }
    return form;
  }

  private static PartForm typed(LocationType type, String base, String field, String text) {
    MultivaluedMap<String, String> form = untouched(type, Properties.parse(base));
    form.putSingle("field:" + field, text);
    return PartForm.of(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"summary\":\"\",\"description\":\" \",\"tags\":[]}",
        "{\"description\":\"a\\r\\nb\\rc\\nd\",\"n\":1.00}",
        "{\"description\":\"\\u0000\",\"summary\":\"two\\nlines\"}",
        "{\"description\":{\"summary\":1},\"summary\":null,\"tags\":\"one\"}",
        "{\"tags\":[\"a,b\"],\"info\":\"none\"}",
        "{\"tags\":[\" a \",\"\",\"a\"],\"info\":{\"title\":[],\"contact\":7}}",
        "{\"tags\":[\"a\",[1e400]],\"info\":{\"contact\":{\"email\":\"who?\",\"x\":{}}}}",
        "{\"info\":{\"license\":{\"url\":\"wiki\"},\"version\":\"1.0\"},\"title\":\"\u2028\"}"
      })
  void aFormThatNobodyTouchesChangesNothing(String text) {
    Properties base = Properties.parse(text);
    for (LocationType type : LocationType.values()) {
      PartForm form = PartForm.of(untouched(type, base));
      assertEquals(base, form.properties(type));
      assertEquals(Map.of(), form.problems(type));
      assertFalse(form.isUnsaved(type));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "METHOD; summary; ` Read `; {\"a\":1,\"summary\":\"Read\"}",
        "METHOD; tags; `pets, , cats,pets `; {\"a\":1,\"tags\":[\"pets\",\"cats\"]}",
        "METHOD; description; `One\r\n`; {\"a\":1,\"description\":\"One\\n\"}",
        "METHOD; title; Unknown; {\"a\":1}",
        "API; info.contact.email; a@b; {\"a\":1,\"info\":{\"contact\":{\"email\":\"a@b\"}}}",
      },
      delimiter = ';')
  void whatIsTypedIsAdded(LocationType type, String field, String text, String expected) {
    PartForm form = typed(type, "{\"a\":1}", field, text);
    assertEquals(Map.of(), form.problems(type));
    assertEquals(expected, form.properties(type).compact());
    assertEquals(!expected.equals("{\"a\":1}"), form.isUnsaved(type));
  }

  @Test
  void anEmptiedFieldLeavesNoEmptyObject() {
    String base = "{\"info\":{\"contact\":{\"email\":\"a@b\"}},\"x\":1}";
    PartForm form = typed(LocationType.API, base, "info.contact.email", "");
    assertEquals("{\"x\":1}", form.properties(LocationType.API).compact());
  }

  @Test
  void aFieldThatCannotShowWhatIsThereCannotChangeIt() {
    String base = "{\"summary\":[1],\"info\":7}";
    assertEquals(
        base,
        typed(LocationType.METHOD, base, "summary", "x").properties(LocationType.METHOD).compact());
    assertEquals(
        base,
        typed(LocationType.API, base, "info.title", "x").properties(LocationType.API).compact());
    assertEquals(
        Optional.empty(),
        FieldText.shown(Field.of(LocationType.API).get(0), Properties.parse(base)));
  }

  @ParameterizedTest
  @CsvSource({
    "info.contact.url, example.com, false",
    "info.contact.url, /terms, false",
    "info.contact.url, https://, false",
    "info.contact.url, https://exa mple.com, false",
    "info.contact.url, javascript:alert(1), false",
    "info.contact.url, https://example.com/terms?a=b#c, true",
    "info.contact.url, ' http://example.com ', true",
    "info.contact.url, '', true",
    "info.contact.email, nobody, false",
    "info.contact.email, a@b@c, false",
    "info.contact.email, 'a@b, c@d', false",
    "info.contact.email, apis@example.com, true",
  })
  void addressesHaveTheirForm(String field, String text, boolean fine) {
    PartForm form = typed(LocationType.API, "{}", field, text);
    assertEquals(fine, form.problems(LocationType.API).isEmpty());
  }

  @Test
  void anAddressThatWasWrongBeforeDoesNotHinderOtherFields() {
    String base = "{\"info\":{\"contact\":{\"url\":\"see the wiki\"}}}";
    PartForm form = typed(LocationType.API, base, "info.title", "Loyalty");
    assertEquals(Map.of(), form.problems(LocationType.API));
  }

  @Test
  void theWayToWriteChangesWithoutALoss() {
    PartForm fields = typed(LocationType.METHOD, "{\"n\":1.0}", "summary", "List");
    PartForm json = fields.as(Tab.JSON, LocationType.METHOD);
    assertEquals("{\n  \"n\": 1.0,\n  \"summary\": \"List\"\n}", json.json());
    assertTrue(json.isUnsaved(LocationType.METHOD));
    PartForm back = json.as(Tab.FIELDS, LocationType.METHOD);
    assertEquals(fields.properties(LocationType.METHOD), back.properties(LocationType.METHOD));
    assertTrue(back.isUnsaved(LocationType.METHOD));
  }

  @Test
  void keysWithoutAFieldAreNamedWithTheirReach() {
    Properties properties =
        Properties.parse(
            "{\"info\":{\"title\":\"T\",\"version\":\"1\",\"contact\":{\"x\":[]}},\"x-a\":{},\"k\":1.0}");
    assertEquals(
        List.of(
            "info.version 1 EXTENSION",
            "info.contact.x a list DEFINITION",
            "x-a an object DEFINITION",
            "k 1.0 EXTENSION"),
        OtherKey.of(LocationType.API, properties).stream()
            .map(key -> key.path() + " " + key.value() + " " + key.reach())
            .toList());
  }
}
