package io.portico.apidocs.editing;

import io.portico.apidocs.Field;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonValue.Items;
import io.portico.apidocs.JsonValue.Members;
import io.portico.apidocs.JsonValue.Text;
import io.portico.apidocs.KeyPath;
import io.portico.apidocs.Properties;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a field of a form shows of a part, and what it writes into it. */
final class FieldText {
  /** What decoders leave of bytes that are no UTF-8. */
  static final String UNREADABLE = "\ufffd";

  private static final Predicate<String> EMAIL =
      Pattern.compile("[^@\\s]{1,200}@[^@\\s]{1,200}").asMatchPredicate();

  private FieldText() {}

  /**
   * What a form shows; empty if something stands there that no form can show, or give back as it
   * was.
   */
  static Optional<String> shown(Field field, Properties properties) {
    Optional<JsonValue> value = properties.value(field.path());
    if (value.isEmpty()) {
      return mayHold(properties.root(), field.path().keys()) ? Optional.of("") : Optional.empty();
    }
    return field.kind() == Field.Kind.TAGS
        ? value.flatMap(FieldText::tags)
        : value
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).text())
            .filter(text -> !hasControls(text, field.kind() == Field.Kind.MARKDOWN))
            .map(FieldText::lines);
  }

  private static boolean mayHold(Members object, List<String> keys) {
    JsonValue inner = object.members().get(keys.get(0));
    return inner == null
        || inner instanceof Members members && mayHold(members, keys.subList(1, keys.size()));
  }

  private static Optional<String> tags(JsonValue value) {
    if (value instanceof Items list && list.items().stream().allMatch(FieldText::isTag)) {
      return Optional.of(list.texts().collect(Collectors.joining(", ")));
    }
    return Optional.empty();
  }

  private static boolean isTag(JsonValue item) {
    return item instanceof Text tag && !tag.text().contains(",") && !hasControls(tag.text(), false);
  }

  /** What has to be corrected in a text that is not the shown one; empty if nothing. */
  static Optional<String> problem(Field field, String typed, String shown) {
    if (typed.contains(UNREADABLE) && !shown.contains(UNREADABLE)) {
      return Optional.of("A character could not be read: \ufffd. Delete it and type it again.");
    }
    if (hasControls(typed, field.kind() == Field.Kind.MARKDOWN)) {
      return Optional.of("Leave out control characters.");
    }
    String text = typed.strip();
    return switch (field.kind()) {
      case URL ->
          text.isEmpty() || isWeb(text)
              ? Optional.empty()
              : Optional.of("Write the whole address, such as https://example.com/terms.");
      case EMAIL ->
          text.isEmpty() || EMAIL.test(text)
              ? Optional.empty()
              : Optional.of("Write one e-mail address, such as apis@example.com.");
      case LINE, MARKDOWN, TAGS -> Optional.empty();
    };
  }

  private static boolean isWeb(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** With another text in a field; an empty one takes the key away. */
  static Properties written(Field field, String typed, Properties properties) {
    KeyPath path = field.path();
    if (typed.isBlank()) {
      return properties.without(path);
    }
    return switch (field.kind()) {
      case TAGS ->
          properties.with(
              path,
              Arrays.stream(typed.split(","))
                  .map(String::strip)
                  .filter(tag -> !tag.isEmpty())
                  .distinct()
                  .toList());
      case MARKDOWN -> properties.with(path, typed);
      case LINE, URL, EMAIL -> properties.with(path, typed.strip());
    };
  }

  /** Line ends as forms are compared by: browsers send CRLF (HTML, 4.10.21.7). */
  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean hasControls(String text, boolean severalLines) {
    IntPredicate blank = c -> c == '\t' || severalLines && (c == '\n' || c == '\r');
    return text.codePoints().anyMatch(c -> Character.isISOControl(c) && !blank.test(c));
  }
}
