package io.portico.apidocs.diff;

import io.portico.apidocs.Change;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.KeyChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is different about one key of a part, as people read it.
 *
 * @param lines as many of them as there was room for
 * @param hidden how many there are beside
 */
public record ChangedKey(String key, Change.Kind kind, List<DiffLine> lines, int hidden) {
  private static final int CONTEXT = 2;

  // Values stand alone; a line feed within a text of JSON is escaped.
  private static final String MEMBER = "{\n  \"\": ";
  private static final String END = "\n}";

  /**
   * @param whole whether lines far from any change are wanted, too
   * @param room for how many characters
   */
  static ChangedKey of(KeyChange change, boolean whole, int room) {
    boolean texts =
        Stream.of(change.before(), change.after())
            .flatMap(Optional::stream)
            .allMatch(JsonValue.Text.class::isInstance);
    TextDiff diff = TextDiff.of(text(change.before(), texts), text(change.after(), texts));
    List<DiffLine> all =
        diff.stretches(whole ? diff.lines().size() : CONTEXT).stream()
            .flatMap(DiffLine::of)
            .toList();
    List<DiffLine> shown = new ArrayList<>();
    for (DiffLine line : all) {
      room -= line.size();
      if (room < 0) {
        break;
      }
      shown.add(line);
    }
    return new ChangedKey(
        change.path().toString(), change.kind(), shown, all.size() - shown.size());
  }

  /** Where one is a text and the other is not, both stand as JSON: {@code "1"} is not {@code 1}. */
  private static String text(Optional<JsonValue> value, boolean texts) {
    return value.map(said -> texts ? ((JsonValue.Text) said).text() : json(said)).orElse("");
  }

  private static String json(JsonValue value) {
    String member = JsonWriter.pretty(new JsonValue.Members(Map.of("", value)));
    return member.substring(MEMBER.length(), member.length() - END.length()).replace("\n  ", "\n");
  }

  /** How much room it takes on a page, in characters. */
  int size() {
    return key.length() + lines.stream().mapToInt(DiffLine::size).sum();
  }

  /** Whether an empty text came or went. */
  public boolean isEmpty() {
    return lines.isEmpty() && hidden == 0;
  }

  public String label() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
