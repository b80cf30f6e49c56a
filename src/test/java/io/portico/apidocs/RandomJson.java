package io.portico.apidocs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** JSON objects as nobody would write them, the same for the same seed. */
public final class RandomJson {
  private static final List<String> KEYS =
      List.of(
          "info", "title", "contact", "email", "tags", "__proto__", "", "a.b", "x-ü", "𝄞", "\0");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "1", "1.0", "1.00", "1e5", "1E+5", "1e999999", "-1e-999999", "0.1e1");
  private static final List<String> SIGNS =
      List.of("a", " ", "\n", "\t", "\"", "\\", "/", "\0", "\u007f", "\u2028", "ß", "漢", "𝄞", "<");

  private final Random random;

  public RandomJson(long seed) {
    random = new Random(seed);
  }

  public JsonValue.Members object(int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      members.put(one(KEYS), value(depth));
    }
    return new JsonValue.Members(members);
  }

  public String text() {
    return String.join(
        "", random.ints(random.nextInt(12), 0, SIGNS.size()).mapToObj(SIGNS::get).toList());
  }

  private JsonValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new JsonValue.Literal(one(NUMBERS));
      case 1 -> new JsonValue.Literal(one(List.of("true", "false", "null")));
      case 2, 3 -> new JsonValue.Text(text());
      case 4 -> object(depth - 1);
      default ->
          new JsonValue.Items(
              IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(depth - 1)).toList());
    };
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
