package io.portico.apidocs;

import java.util.List;

/**
 * A text that people write about an entity, as a form asks for it.
 *
 * @param path where in the properties it stands
 */
public record Field(KeyPath path, String label, Kind kind) {
  /** What is written into it. */
  public enum Kind {
    LINE,
    /** Several lines, in Markdown (CommonMark), as OpenAPI has descriptions. */
    MARKDOWN,
    /** A list of short texts. */
    TAGS,
    URL,
    EMAIL
  }

  private static final List<Field> OF_API =
      List.of(
          new Field("info.title", "Title", Kind.LINE),
          new Field("info.description", "Description", Kind.MARKDOWN),
          new Field("info.termsOfService", "Terms of service", Kind.URL),
          new Field("info.contact.name", "Contact", Kind.LINE),
          new Field("info.contact.url", "Contact's page", Kind.URL),
          new Field("info.contact.email", "Contact's e-mail", Kind.EMAIL),
          new Field("info.license.name", "License", Kind.LINE),
          new Field("info.license.url", "License's page", Kind.URL));
  private static final List<Field> OF_METHOD =
      List.of(
          new Field("summary", "Summary", Kind.LINE),
          new Field("description", "Description", Kind.MARKDOWN),
          new Field("tags", "Tags", Kind.TAGS));
  private static final List<Field> OF_MODEL =
      List.of(
          new Field("title", "Title", Kind.LINE),
          new Field("description", "Description", Kind.MARKDOWN));
  private static final List<Field> OF_OTHERS =
      List.of(new Field("description", "Description", Kind.MARKDOWN));

  private Field(String path, String label, Kind kind) {
    this(KeyPath.of(path), label, kind);
  }

  /** The fields of an entity, in the order of a form. */
  public static List<Field> of(LocationType type) {
    return switch (type) {
      case API -> OF_API;
      case METHOD -> OF_METHOD;
      case MODEL -> OF_MODEL;
      case AUTHORIZER,
          RESOURCE,
          PATH_PARAMETER,
          QUERY_PARAMETER,
          REQUEST_HEADER,
          REQUEST_BODY,
          RESPONSE,
          RESPONSE_HEADER,
          RESPONSE_BODY ->
          OF_OTHERS;
    };
  }

  /** Whether something but white space stands there. */
  public boolean isFilled(Properties properties) {
    return properties.text(path).filter(text -> !text.isBlank()).isPresent();
  }
}
