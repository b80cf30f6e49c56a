package io.portico.apidocs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.portico.apidocs.InvalidProperties.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an object of JSON: strictly, and without a change to what it says. */
public final class JsonReader {
  // Keys come from outside: they shall not fill Jackson's table of symbols. How long a text may be
  // is the caller's rule.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /**
   * What a reader asks of a text.
   *
   * @param maxDepth of objects and lists in each other; reading is recursive
   * @param beginning what to do about a text that does not begin with an object
   * @param refusal what is thrown
   */
  public record Rules(int maxDepth, String beginning, Refusal refusal) {}

  /** Makes what is thrown, of where it went wrong and what to do. */
  public interface Refusal {
    RuntimeException of(Position position, String message);
  }

  private final JsonParser parser;
  private final Rules rules;

  private JsonReader(JsonParser parser, Rules rules) {
    this.parser = parser;
    this.rules = rules;
  }

  /** Reads JSON; the caller has limited its length. */
  public static JsonValue.Members read(String text, Rules rules) {
    try (JsonParser parser = JSON.createParser(text)) {
      return read(parser, rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what a parser makes of another notation. */
  public static JsonValue.Members read(JsonParser parser, Rules rules) throws IOException {
    try {
      return new JsonReader(parser, rules).document();
    } catch (JsonProcessingException e) {
      throw JsonMistake.in(e, rules.refusal);
    }
  }

  private JsonValue.Members document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrong(rules.beginning);
    }
    JsonValue.Members members = members(1);
    if (parser.nextToken() != null) {
      throw wrong("Leave out what follows the object's closing }.");
    }
    return members;
  }

  private JsonValue.Members members(int depth) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = whole(parser.currentName());
      if (members.containsKey(key)) {
        throw wrong(
            "The key \"%s\" is there twice. Keep one of them.".formatted(JsonMistake.shown(key)));
      }
      parser.nextToken();
      members.put(key, value(depth));
    }
    return new JsonValue.Members(members);
  }

  private JsonValue.Items items(int depth) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth));
    }
    return new JsonValue.Items(items);
  }

  private JsonValue value(int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart() && depth >= rules.maxDepth) {
      throw wrong("Objects and lists go no deeper than %d levels.".formatted(rules.maxDepth));
    }
    return switch (token) {
      case START_OBJECT -> members(depth + 1);
      case START_ARRAY -> items(depth + 1);
      case VALUE_STRING -> new JsonValue.Text(whole(parser.getText()));
      default -> new JsonValue.Literal(parser.getText());
    };
  }

  private String whole(String text) {
    if (!Properties.isWhole(text)) {
      throw wrong(
          "A broken character stands here, often half of an emoji. Delete it and type it again.");
    }
    return text;
  }

  private RuntimeException wrong(String message) {
    return rules.refusal.of(JsonMistake.position(parser.currentTokenLocation()), message);
  }
}
