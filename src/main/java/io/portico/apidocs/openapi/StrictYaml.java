package io.portico.apidocs.openapi;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.portico.apidocs.InvalidProperties.Position;
import io.portico.apidocs.JsonMistake;
import io.portico.apidocs.JsonReader;
import io.portico.apidocs.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML as OpenAPI 3.0.3 wants it (4.2, Format): it says what JSON could say. A plain scalar is a
 * number only where JSON would read that number; dates, {@code yes} and {@code 007} are texts.
 */
final class StrictYaml extends YAMLParser {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  /** Line breaks in YAML 1.1, which the library reads, and text in YAML 1.2 (5.4). */
  private static final Pattern SEPARATOR = Pattern.compile("[\\u0085\\u2028\\u2029]");

  /** The library's time grows with the square of a line's length: seconds for 6 MB. */
  private static final Pattern LONG_LINE = Pattern.compile("^[^\\r\\n]{500001}", Pattern.MULTILINE);

  private final String text;
  private int documents;

  private StrictYaml(String text) {
    super(context(), 0, 0, options(), null, new StringReader(text));
    this.text = text;
  }

  private static IOContext context() {
    return new IOContext(
        StreamReadConstraints.defaults(),
        StreamWriteConstraints.defaults(),
        ErrorReportConfiguration.defaults(),
        new BufferRecycler(),
        ContentReference.unknown(),
        false);
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    // The library's own limit is 3 MB, and the text's length is known.
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  static JsonValue.Members read(String text, JsonReader.Rules rules) {
    refuse(SEPARATOR, text, "A line separator of a word processor stands here. Break the line.");
    refuse(LONG_LINE, text, "This line is very long. Break it, or save the file as JSON.");
    try (StrictYaml parser = new StrictYaml(text)) {
      return JsonReader.read(parser, rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(Pattern pattern, String text, String message) {
    Matcher found = pattern.matcher(text);
    if (found.find()) {
      throw new InvalidOpenApi(Position.at(text, found.start()), message);
    }
  }

  @Override
  protected Event getEvent() throws IOException {
    Event event = next();
    if (event.is(Event.ID.Alias)) {
      throw wrong(event, "An alias (*) stands here. Write the text out that it stands for.");
    }
    if (event.is(Event.ID.DocumentStart) && documents++ > 0) {
      throw wrong(event, "A second document begins here (---). Keep one in the file.");
    }
    if (isTagged(event)) {
      throw wrong(event, "A tag (!) stands here. Leave it out.");
    }
    boolean key = getParsingContext().inObject() && currentToken() != JsonToken.FIELD_NAME;
    if (key && !event.is(Event.ID.Scalar) && !event.is(Event.ID.MappingEnd)) {
      throw wrong(event, "An object or a list stands here as a key. Write a text.");
    }
    return event;
  }

  private Event next() throws IOException {
    try {
      return super.getEvent();
    } catch (MarkedYAMLException e) {
      throw wrong(
          e.getProblemMark().getIndex(),
          "This is not valid YAML: %s. Indent with spaces, and put texts with : or # in quotes."
              .formatted(JsonMistake.shown(e.getProblem())));
    } catch (ReaderException e) {
      throw wrong(
          e.getPosition(),
          "A character stands here that YAML does not take. Leave it out, or write it as \\u0000"
              + " in double quotes.");
    }
  }

  private static boolean isTagged(Event event) {
    return event instanceof ScalarEvent scalar && scalar.getTag() != null
        || event instanceof CollectionStartEvent start && start.getTag() != null;
  }

  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    _textValue = scalar.getValue();
    if (!scalar.isPlain()) {
      return JsonToken.VALUE_STRING;
    }
    JsonToken token = token(_textValue);
    if (token.asString() != null) {
      _textValue = token.asString();
    }
    return token;
  }

  /** YAML 1.2, 10.3.2: the core schema, but for numbers that JSON does not have. */
  private static JsonToken token(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> JsonToken.VALUE_NULL;
      case "true", "True", "TRUE" -> JsonToken.VALUE_TRUE;
      case "false", "False", "FALSE" -> JsonToken.VALUE_FALSE;
      default ->
          NUMBER.matcher(plain).matches() ? JsonToken.VALUE_NUMBER_FLOAT : JsonToken.VALUE_STRING;
    };
  }

  /** In UTF-16 units: the library counts code points. */
  @Override
  public JsonLocation currentTokenLocation() {
    Position position = position(_lastEvent == null ? 0 : _lastEvent.getStartMark().getIndex());
    return new JsonLocation(ContentReference.unknown(), -1, position.line(), position.column());
  }

  private InvalidOpenApi wrong(Event event, String message) {
    return wrong(event.getStartMark().getIndex(), message);
  }

  private InvalidOpenApi wrong(int codePoint, String message) {
    return new InvalidOpenApi(position(codePoint), message);
  }

  private Position position(int codePoint) {
    int known = Math.min(codePoint, text.codePointCount(0, text.length()));
    return Position.at(text, text.offsetByCodePoints(0, known));
  }
}
