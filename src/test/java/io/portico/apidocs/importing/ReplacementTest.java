package io.portico.apidocs.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RandomJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementTest {
  private static final Location LIST = Location.parse("METHOD", "/pets", "GET", "", "");
  private static final Location PET = Location.parse("MODEL", "", "", "", "Pet");

  private static Documentation draft(DocumentationPart... parts) {
    return new Documentation(List.of(parts));
  }

  private static DocumentationPart part(Location location, String quoted) {
    return new DocumentationPart(
        location.type().name(), location, Properties.parse(quoted.replace('\'', '"')));
  }

  private static Replacement literal(String find, String replacement) {
    return new Replacement(new Phrase(find, true, false), replacement, Set.of(), Set.of());
  }

  private static List<String> listed(Replaced replaced) {
    return replaced.changes().stream()
        .map(
            change ->
                "%s %s: %s > %s"
                    .formatted(
                        change.location().type(), change.path(), change.before(), change.after()))
        .toList();
  }

  @Test
  void textsChangeWhereverTheyStandAndNothingElseDoes() {
    Replaced replaced =
        literal("cat", "dog")
            .in(
                draft(
                    part(PET, "{'title':'bird'}"),
                    part(
                        LIST,
                        "{'cat':1,'summary':'a cat, a cat','tags':['cats',['cat',true]],'x-cat':{'cat':'cat','n':1.0}}"),
                    part(Location.api(), "{'info':{'title':'cat'}}")));
    assertEquals(
        List.of(
            "API info.title: cat > dog",
            "METHOD summary: a cat, a cat > a dog, a dog",
            "METHOD tags.0: cats > dogs",
            "METHOD tags.1.0: cat > dog",
            "METHOD x-cat.cat: cat > dog"),
        listed(replaced));
    assertEquals(List.of(Location.api(), LIST), List.copyOf(replaced.parts().keySet()));
    assertEquals(
        "{'cat':1,'summary':'a dog, a dog','tags':['dogs',['dog',true]],'x-cat':{'cat':'dog','n':1.0}}"
            .replace('\'', '"'),
        replaced.parts().get(LIST).compact());
  }

  @Test
  void onlyTheTypesAndKeysThatAreAskedForAreSearched() {
    Documentation draft =
        draft(
            part(LIST, "{'summary':'cat','description':'cat','x':{'summary':'cat'}}"),
            part(PET, "{'summary':'cat'}"));
    Phrase cat = new Phrase("cat", true, false);
    assertEquals(
        List.of("MODEL summary: cat > dog"),
        listed(new Replacement(cat, "dog", Set.of(LocationType.MODEL), Set.of()).in(draft)));
    assertEquals(
        List.of("METHOD summary: cat > dog", "METHOD x.summary: cat > dog"),
        listed(
            new Replacement(cat, "dog", Set.of(LocationType.METHOD), Set.of("summary", "x"))
                .in(draft)));
    assertEquals(
        List.of(), listed(new Replacement(cat, "dog", Set.of(), Set.of("title")).in(draft)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cat   | Cat cat CAT     | Cat dog CAT     | dog dog dog",
        "größe | Größe GRÖßE     | Größe GRÖßE     | dog dog",
        "𐐨     | 𐐀𐐨              | 𐐀dog            | dogdog",
        "привет| ПРИВЕТ          | ПРИВЕТ          | dog",
        "a.b   | a.b axb A.B     | dog axb A.B     | dog axb dog",
        "\\E   | \\Q\\E\\q       | \\Qdog\\q       | \\Qdog\\q",
        "$1    | $1 $10          | dog dog0        | dog dog0",
        "(     | f(x) [a]{2}     | fdogx) [a]{2}   | fdogx) [a]{2}",
        "aa    | aaaaa           | dogdoga         | dogdoga",
      })
  void aPhraseIsFoundLiterallyWithOrWithoutItsCase(
      String find, String text, String exact, String anyCase) {
    assertEquals(exact, new Phrase(find, true, false).replacedIn(text, "dog"));
    assertEquals(anyCase, new Phrase(find, false, false).replacedIn(text, "dog"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cat   | cat cats (cat) cat's tomcat cat_1 | # cats (#) #'s tomcat cat_1",
        "cat   | cat-flap/cat.                     | #-flap/#.",
        "öl    | öl Rapsöl ölig „öl“               | # Rapsöl ölig „#“",
        "ol    | öl o\u0308l ol                    | öl o\u0308l #",
        "cafe  | cafe cafe\u0301                   | # cafe\u0301",
        "cat   | 𝐀cat cat𝐀 cat                     | 𝐀cat cat𝐀 #",
        "cat   | 漢cat cat漢 😀cat😀                | 漢cat cat漢 😀#😀",
        "cat   | cat\u0663 cat3                    | cat\u0663 cat3",
        "C++   | C++ C++x xC++                     | # #x xC++",
        "$1    | $1 a$1 $12                        | # a# $12",
        "a cat | a cat, a cats, a cat              | #, a cats, #",
      })
  void aWholeWordEndsWhereThatOfItsLanguageEnds(String find, String text, String expected) {
    assertEquals(expected, new Phrase(find, true, true).replacedIn(text, "#"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$1", "$0", "\\", "\\1", "${a}", "", "\n", "\"", "𝄞", "$"})
  void theReplacementIsTakenLiterally(String replacement) {
    Replaced replaced = literal("cat", replacement).in(draft(part(LIST, "{'a':'the cat!'}")));
    assertEquals("the " + replacement + "!", replaced.changes().get(0).after());
    assertEquals(List.of("the " + replacement + "!"), replaced.parts().get(LIST).texts().toList());
  }

  @Test
  void whatStaysTheSameIsNoChange() {
    Replacement capital =
        new Replacement(new Phrase("cat", false, false), "Cat", Set.of(), Set.of());
    Replaced replaced = capital.in(draft(part(LIST, "{'a':'Cat','b':'dog'}"), part(PET, "{}")));
    assertEquals(new Replaced(List.of(), Map.of(), Map.of()), replaced);
  }

  @Test
  void aPartThatWouldBeTooLongIsRefusedAndTheOthersAreNot() {
    Replaced replaced =
        literal("c", "x".repeat(33_000))
            .in(draft(part(LIST, "{'a':'c','b':'c'}"), part(PET, "{'a':'c'}")));
    assertEquals(Set.of(LIST), replaced.refused().keySet());
    assertTrue(replaced.refused().get(LIST).contains("64 KiB"));
    assertEquals(Set.of(PET), replaced.parts().keySet());
    assertEquals(1, replaced.changes().size());
  }

  @Test
  void aTextThatGrowsWithoutEndIsRefusedBeforeItFillsTheMemory() {
    Replaced replaced =
        literal("c", "x".repeat(60_000))
            .in(draft(part(LIST, "{'a':'" + "c".repeat(60_000) + "'}")));
    assertEquals(Set.of(LIST), replaced.refused().keySet());
    assertEquals(List.of(), replaced.changes());
  }

  @Test
  void whatCannotBeFoundOrWrittenIsRefused() {
    assertThrows(InvalidReplacement.class, () -> new Phrase("", true, true));
    assertThrows(InvalidReplacement.class, () -> new Phrase("\ud800", true, true));
    assertThrows(InvalidReplacement.class, () -> new Phrase("a".repeat(1_001), true, true));
    assertThrows(InvalidReplacement.class, () -> literal("a", "\udc00"));
    assertEquals("b", new Phrase("a".repeat(1_000), true, true).replacedIn("a".repeat(1_000), "b"));
  }

  @Test
  void whateverPartsHoldOnlyTheirTextsChange() {
    RandomJson random = new RandomJson(20_267);
    Replacement replacement = literal("a", "A");
    int changed = 0;
    for (int i = 0; i < 1_000; i++) {
      JsonValue.Members root = random.object(5);
      Replaced replaced =
          replacement.in(draft(new DocumentationPart("p", LIST, Properties.of(root))));
      List<String> expected = root.texts().map(text -> text.replace("a", "A")).toList();
      Properties after = replaced.parts().getOrDefault(LIST, Properties.of(root));
      assertEquals(expected, after.texts().toList());
      assertEquals(shape(root), shape(after.root()));
      assertEquals(
          root.texts().filter(text -> text.contains("a")).count(), replaced.changes().size());
      changed += replaced.changes().size();
    }
    assertTrue(changed > 500, "changes: " + changed);
  }

  /** A value without its texts. */
  private static JsonValue shape(JsonValue value) {
    if (value instanceof JsonValue.Members object) {
      JsonValue.Members shape = object;
      for (String key : object.members().keySet()) {
        shape = shape.with(List.of(key), shape(object.members().get(key)));
      }
      return shape;
    }
    if (value instanceof JsonValue.Items list) {
      List<JsonValue> items = new ArrayList<>();
      IntStream.range(0, list.items().size()).forEach(n -> items.add(shape(list.items().get(n))));
      return new JsonValue.Items(items);
    }
    return value instanceof JsonValue.Text ? new JsonValue.Text("") : value;
  }

  /** 16,000 short texts of one part, each as long as a part may be at the most. */
  @Test
  void manyShortTextsDoNotFillTheMemory() {
    String items = "'a',".repeat(16_000) + "'a'";
    Replaced replaced =
        literal("a", "b".repeat(Properties.MAX_BYTES - 1))
            .in(draft(part(PET, "{'k':[" + items + "]}")));
    assertEquals(Set.of(PET), replaced.refused().keySet());
    assertEquals(List.of(), replaced.changes());
  }
}
