package io.portico.apidocs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes an object of JSON, as it was read. */
public final class JsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonWriter() {}

  /** Without a space, as it is sent. */
  public static String compact(JsonValue.Members members) {
    return written(members, new MinimalPrettyPrinter());
  }

  /** One member a line, as people read it. */
  public static String pretty(JsonValue.Members members) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return written(members, printer);
  }

  private static String written(JsonValue.Members members, PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(members, json.setPrettyPrinter(printer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonValue value, JsonGenerator json) throws IOException {
    if (value instanceof JsonValue.Members object) {
      json.writeStartObject();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        json.writeFieldName(member.getKey());
        write(member.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof JsonValue.Items array) {
      json.writeStartArray();
      for (JsonValue item : array.items()) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (value instanceof JsonValue.Text string) {
      json.writeString(string.text());
    } else if (value instanceof JsonValue.Literal literal) {
      json.writeRawValue(literal.written());
    }
  }
}
