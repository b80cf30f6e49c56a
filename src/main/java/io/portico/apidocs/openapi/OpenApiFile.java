package io.portico.apidocs.openapi;

import io.portico.apidocs.JsonMistake;
import io.portico.apidocs.JsonReader;
import io.portico.apidocs.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An OpenAPI file, read once. Order and numbers are as their author wrote them; whether the file is
 * valid OpenAPI beyond its version is not judged.
 */
public record OpenApiFile(Version version, JsonValue.Members root) {
  /** Of UTF-8: the limit of API Gateway's imports. */
  public static final int MAX_BYTES = 6 * 1024 * 1024;

  /** Of objects and lists in each other. */
  static final int MAX_DEPTH = 200;

  private static final JsonReader.Rules RULES =
      new JsonReader.Rules(
          MAX_DEPTH,
          "This is not an OpenAPI file. One begins with \"openapi\" or \"swagger\" and its version.",
          InvalidOpenApi::new);

  /** The versions that API Gateway takes. */
  public enum Version {
    SWAGGER_2,
    OPENAPI_3
  }

  /**
   * Reads JSON or YAML.
   *
   * @throws InvalidOpenApi if it is neither, has another version, is too long or too deep, says a
   *     key twice, or has what YAML has beyond JSON: aliases, tags, several documents
   */
  public static OpenApiFile read(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw tooLong();
    }
    return parse(StrictUtf8.text(file));
  }

  /**
   * Reads JSON or YAML that somebody pasted.
   *
   * @throws InvalidOpenApi as {@link #read(byte[])}
   */
  public static OpenApiFile read(String text) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw tooLong();
    }
    return parse(text);
  }

  private static InvalidOpenApi tooLong() {
    return new InvalidOpenApi(
        "The file is larger than 6 MB, which API Gateway does not take. Split it.");
  }

  private static OpenApiFile parse(String marked) {
    String text = marked.startsWith("\ufeff") ? marked.substring(1) : marked;
    JsonValue.Members root =
        text.stripLeading().startsWith("{")
            ? JsonReader.read(text, RULES)
            : StrictYaml.read(text, RULES);
    return new OpenApiFile(version(root), root);
  }

  private static Version version(JsonValue.Members root) {
    Node file = new Node(Pointer.ROOT, root);
    Optional<String> openApi = file.said("openapi");
    Optional<String> swagger = file.said("swagger");
    if (openApi.isPresent() == swagger.isPresent()) {
      throw new InvalidOpenApi(
          openApi.isPresent()
              ? "The file says both \"openapi\" and \"swagger\". Keep the one it is written for."
              : RULES.beginning());
    }
    return openApi
        .map(OpenApiFile::openApi)
        .or(() -> swagger.filter("2.0"::equals).map(said -> Version.SWAGGER_2))
        .orElseThrow(() -> unknown("swagger", swagger.orElseThrow()));
  }

  private static Version openApi(String said) {
    if (said.matches("3\\.0(\\.\\d{1,9})?")) {
      return Version.OPENAPI_3;
    }
    if (said.matches("3\\.[1-9].*")) {
      throw new InvalidOpenApi(
          "This is OpenAPI %s, and API Gateway takes 3.0 and 2.0. Save the file as OpenAPI 3.0: tools convert it, or change the version and what 3.0 does not have, such as lists of types and webhooks."
              .formatted(JsonMistake.shown(said)));
    }
    throw unknown("openapi", said);
  }

  private static InvalidOpenApi unknown(String key, String said) {
    return new InvalidOpenApi(
        "\"%s\" is \"%s\". Expected is openapi 3.0, such as 3.0.3, or swagger 2.0."
            .formatted(key, JsonMistake.shown(said)));
  }
}
