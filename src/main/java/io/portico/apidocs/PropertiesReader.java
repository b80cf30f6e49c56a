package io.portico.apidocs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a part: strictly, and without a change to what it says. */
final class PropertiesReader {
  // Keys come from outside: they shall not fill Jackson's table of symbols.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Properties.MAX_WRITTEN)
                  .maxNameLength(Properties.MAX_WRITTEN)
                  .build())
          .build();

  private final JsonParser parser;

  private PropertiesReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @throws InvalidProperties with the position and what to do
   */
  static JsonValue.Members read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      return new PropertiesReader(parser).document();
    } catch (JsonProcessingException e) {
      throw JsonMistake.in(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonValue.Members document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrong("Write an object: it begins with { and ends with }.");
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
    if (token.isStructStart() && depth >= Properties.MAX_DEPTH) {
      throw wrong("Objects and lists go no deeper than %d levels.".formatted(Properties.MAX_DEPTH));
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
      throw wrong("Half of a character stands here, which cannot be sent. Write it anew.");
    }
    return text;
  }

  private InvalidProperties wrong(String message) {
    return new InvalidProperties(JsonMistake.position(parser.currentTokenLocation()), message);
  }
}
