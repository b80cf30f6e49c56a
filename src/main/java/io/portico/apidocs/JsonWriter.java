package io.portico.apidocs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes an object of JSON, as it was read. */
public final class JsonWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private JsonWriter() {}

  /** Without a space, as it is sent. */
  public static String compact(JsonValue.Members members) {
    return written(
        members, text -> JSON.createGenerator(text).setPrettyPrinter(new MinimalPrettyPrinter()));
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
    return written(members, text -> JSON.createGenerator(text).setPrettyPrinter(printer));
  }

  /** In YAML, which says the same in a notation that many keep OpenAPI files in. */
  public static String yaml(JsonValue.Members members) {
    return written(members, YAML::createGenerator);
  }

  private interface Notation {
    JsonGenerator into(StringWriter text) throws IOException;
  }

  private static String written(JsonValue.Members members, Notation notation) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = notation.into(text)) {
      write(members, generator);
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
      write(literal.written(), json);
    }
  }

  private static void write(String literal, JsonGenerator json) throws IOException {
    switch (literal) {
      case "null" -> json.writeNull();
      case "true", "false" -> json.writeBoolean(Boolean.parseBoolean(literal));
      default -> json.writeNumber(literal);
    }
  }
}
