package io.portico.apidocs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a part says: a JSON object. Whatever is not changed stays as its author wrote it, in its
 * order, whether the portal knows the key or not. Equal properties are written alike.
 */
public final class Properties {
  /** Of UTF-8, written compactly. A part is one entity's text; 6 MB hold a whole API's import. */
  public static final int MAX_BYTES = 64 * 1024;

  /** Of characters as typed: room for people's indentation. */
  static final int MAX_WRITTEN = 4 * MAX_BYTES;

  /** Of objects and lists in each other; reading and writing are recursive. */
  static final int MAX_DEPTH = 64;

  private static final JsonReader.Rules RULES =
      new JsonReader.Rules(
          MAX_DEPTH, "Write an object: it begins with { and ends with }.", InvalidProperties::new);

  private final JsonValue.Members root;
  private final String compact;

  private Properties(JsonValue.Members root) {
    this.root = root;
    this.compact = JsonWriter.compact(root);
    if (compact.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw tooLong();
    }
  }

  /** Of a part that says nothing yet. */
  public static Properties none() {
    return new Properties(JsonValue.Members.NOTHING);
  }

  /**
   * Reads a JSON object.
   *
   * @throws InvalidProperties if it is none, says a key twice, or is too long or too deep
   */
  public static Properties parse(String text) {
    if (text.length() > MAX_WRITTEN) {
      throw tooLong();
    }
    return new Properties(JsonReader.read(text, RULES));
  }

  /**
   * Of an object that stands in a larger text.
   *
   * @throws InvalidProperties if it is too long or too deep
   */
  public static Properties of(JsonValue.Members root) {
    if (root.depth() > MAX_DEPTH) {
      throw new InvalidProperties(
          "Objects and lists go no deeper than %d levels in a part.".formatted(MAX_DEPTH));
    }
    return new Properties(root);
  }

  private static InvalidProperties tooLong() {
    return new InvalidProperties("This is too long: a part has at most 64 KiB. Shorten its texts.");
  }

  /** Whether no surrogate stands alone: UTF-8 has no form for half a character (RFC 3629, 3). */
  public static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** The object as a whole. */
  public JsonValue.Members root() {
    return root;
  }

  public Optional<JsonValue> value(KeyPath path) {
    JsonValue value = root;
    for (String key : path.keys()) {
      value = value instanceof JsonValue.Members object ? object.members().get(key) : null;
    }
    return Optional.ofNullable(value);
  }

  /** The string at that place; empty if there is none or something else. */
  public Optional<String> text(KeyPath path) {
    return value(path)
        .filter(JsonValue.Text.class::isInstance)
        .map(JsonValue.Text.class::cast)
        .map(JsonValue.Text::text);
  }

  /** All strings, wherever they stand. */
  public Stream<String> texts() {
    return root.texts();
  }

  /**
   * With a string at that place; objects on the way are made where there are none.
   *
   * @throws InvalidProperties if that makes it too long, or something else stands on the way
   */
  public Properties with(KeyPath path, String text) {
    return with(path, text(text));
  }

  /**
   * With a list of strings at that place.
   *
   * @throws InvalidProperties as {@link #with(KeyPath, String)}
   */
  public Properties with(KeyPath path, List<String> texts) {
    return with(path, new JsonValue.Items(texts.stream().map(Properties::text).toList()));
  }

  private static JsonValue text(String text) {
    if (!isWhole(text)) {
      throw new InvalidProperties(
          "The text has a broken character, often half of an emoji. Delete it and type it again.");
    }
    return new JsonValue.Text(text);
  }

  private Properties with(KeyPath path, JsonValue value) {
    return new Properties(root.with(path.keys(), value));
  }

  /**
   * With the outermost keys of another object, each as a whole. All other keys stay.
   *
   * @throws InvalidProperties if that makes it too long
   */
  public Properties with(Properties keys) {
    Map<String, JsonValue> members = new LinkedHashMap<>(root.members());
    members.putAll(keys.root.members());
    return new Properties(new JsonValue.Members(members));
  }

  /** Without what stands at that place, and without the objects that held nothing else. */
  public Properties without(KeyPath path) {
    return value(path).isEmpty() ? this : new Properties(root.without(path.keys()));
  }

  /** In one line, as API Gateway takes it. */
  public String compact() {
    return compact;
  }

  /** Indented, as people edit it. */
  public String pretty() {
    return JsonWriter.pretty(root);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Properties properties && compact.equals(properties.compact);
  }

  @Override
  public int hashCode() {
    return compact.hashCode();
  }

  @Override
  public String toString() {
    return compact;
  }
}
