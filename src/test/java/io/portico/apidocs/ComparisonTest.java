package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Location API = Location.api();
  private static final Location LIST = Location.parse("METHOD", "/pets", "GET", "", "");
  private static final Location ADD = Location.parse("METHOD", "/pets", "POST", "", "");
  private static final Location PET = Location.parse("MODEL", "", "", "", "Pet");

  private static DocumentationPart part(Location location, String quoted) {
    return new DocumentationPart("id", location, Properties.parse(quoted.replace('\'', '"')));
  }

  private static Documentation documentation(DocumentationPart... parts) {
    return new Documentation(List.of(parts));
  }

  /** The keys that differ between two parts, as {@code KIND path before > after}. */
  private static List<String> keys(String before, String after) {
    return Comparison.of(documentation(part(API, before)), documentation(part(API, after)))
        .changes()
        .stream()
        .flatMap(change -> change.keys().stream())
        .map(ComparisonTest::shown)
        .toList();
  }

  private static String shown(KeyChange change) {
    return "%s %s %s > %s"
        .formatted(change.kind(), change.path(), shown(change.before()), shown(change.after()));
  }

  private static String shown(Optional<JsonValue> value) {
    return value
        .map(there -> JsonWriter.compact(new JsonValue.Members(Map.of("", there))))
        .map(written -> written.substring(4, written.length() - 1).replace('"', '\''))
        .orElse("nothing");
  }

  @Test
  void partsAreAddedChangedRemovedOrTheSame() {
    Comparison comparison =
        Comparison.of(
            documentation(part(PET, "{'a':1}"), part(LIST, "{'a':1}"), part(API, "{'a':1}")),
            documentation(part(ADD, "{'b':2}"), part(API, "{'a':1}"), part(LIST, "{'a':2}")));
    assertEquals(
        List.of(PET, LIST, ADD), comparison.changes().stream().map(Change::location).toList());
    assertEquals(
        List.of(Change.Kind.REMOVED, Change.Kind.CHANGED, Change.Kind.ADDED),
        comparison.changes().stream().map(Change::kind).toList());
    assertEquals(new Counts(1, 1, 1, 1), comparison.counts());
    assertTrue(comparison.counts().isChange());
  }

  @Test
  void theSameInAnotherOrderIsNoDifference() {
    Comparison comparison =
        Comparison.of(
            documentation(part(API, "{'info':{'title':'a','x':[1]},'y':1}"), part(LIST, "{}")),
            documentation(part(LIST, "{}"), part(API, "{'y':1,'info':{'x':[1],'title':'a'}}")));
    assertEquals(new Comparison(List.of(), 2), comparison);
    assertFalse(comparison.counts().isChange());
  }

  @Test
  void whoeverWroteAPartAnewChangedNothing() {
    DocumentationPart one = part(API, "{'a':1}");
    assertEquals(
        new Comparison(List.of(), 1),
        Comparison.of(
            documentation(one),
            documentation(new DocumentationPart("other", API, one.properties()))));
  }

  @Test
  void keysAreNamedAsDeepAsBothSidesHaveObjects() {
    assertEquals(
        List.of(
            "CHANGED info.title 'a' > 'b'",
            "REMOVED info.contact.email 'e' > nothing",
            "ADDED info.contact.name nothing > 'n'",
            "REMOVED old {'deep':1} > nothing",
            "ADDED new nothing > {'deep':1}"),
        keys(
            "{'info':{'title':'a','contact':{'email':'e','url':'u'}},'old':{'deep':1},'same':[1]}",
            "{'same':[1],'new':{'deep':1},'info':{'contact':{'name':'n','url':'u'},'title':'b'}}"));
  }

  @Test
  void listsAndWhatChangesItsKindAreComparedAsAWhole() {
    assertEquals(
        List.of(
            "CHANGED tags ['a','b'] > ['b','a']",
            "CHANGED info {'title':'a'} > 'a'",
            "CHANGED x null > false"),
        keys(
            "{'tags':['a','b'],'info':{'title':'a'},'x':null}",
            "{'tags':['b','a'],'info':'a','x':false}"));
  }

  @Test
  void numbersCountAsWritten() {
    assertEquals(
        List.of("CHANGED x 1 > 1.0"), keys("{'x':1,'y':1e999999}", "{'x':1.0,'y':1e999999}"));
  }

  @Test
  void anEmptyObjectIsNotNothing() {
    assertEquals(List.of("ADDED x nothing > {}"), keys("{}", "{'x':{}}"));
    assertEquals(List.of("ADDED x.y nothing > 1"), keys("{'x':{}}", "{'x':{'y':1}}"));
  }

  @Test
  void aNewPartHasOnlyNewKeys() {
    Change added =
        Comparison.of(documentation(), documentation(part(API, "{'info':{'title':'a'},'b':1}")))
            .changes()
            .get(0);
    assertEquals(
        List.of("ADDED info nothing > {'title':'a'}", "ADDED b nothing > 1"),
        added.keys().stream().map(ComparisonTest::shown).toList());
  }

  @Test
  void whateverDiffersHasAKeyThatDiffersAndShufflingMakesNone() {
    for (int seed = 0; seed < 500; seed++) {
      RandomJson random = new RandomJson(seed);
      JsonValue.Members one = random.object(3);
      JsonValue.Members other = random.object(3);
      assertEquals(one.equals(other), KeyChange.between(one, other).isEmpty());
      assertEquals(List.of(), KeyChange.between(one, shuffled(one, new Random(seed))));
    }
  }

  private static JsonValue.Members shuffled(JsonValue.Members object, Random random) {
    List<String> keys = new ArrayList<>(object.members().keySet());
    Collections.shuffle(keys, random);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String key : keys) {
      JsonValue value = object.members().get(key);
      members.put(key, value instanceof JsonValue.Members inner ? shuffled(inner, random) : value);
    }
    return new JsonValue.Members(members);
  }
}
