package io.portico.agents;

import io.portico.portal.MediaRanges;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In what forms an API is written down, the one that suits most readers first. */
enum Format {
  /** RFC 7763. */
  MARKDOWN("index.md", "text/markdown;charset=UTF-8", "text/markdown", "text/x-markdown"),
  /** The page for people, which shows the Markdown. */
  HTML("index.html", "text/html;charset=UTF-8", "text/html"),
  JSON(
      "openapi.json",
      "application/json",
      "application/json",
      "application/vnd.oai.openapi+json",
      "application/openapi+json"),
  /** RFC 9512. */
  YAML(
      "openapi.yaml",
      "application/yaml",
      "application/yaml",
      "application/x-yaml",
      "text/yaml",
      "application/vnd.oai.openapi",
      "application/openapi+yaml");

  private final String document;
  private final String mediaType;
  private final Set<String> names;

  Format(String document, String mediaType, String... names) {
    this.document = document;
    this.mediaType = mediaType;
    this.names = Set.of(names);
  }

  /** Its name below the address of a stage or a version. */
  String document() {
    return document;
  }

  /** As it is sent. */
  String mediaType() {
    return mediaType;
  }

  /** The same without parameters. */
  String type() {
    return mediaType.split(";")[0];
  }

  static Optional<Format> of(String document) {
    return Stream.of(values()).filter(format -> format.document.equals(document)).findFirst();
  }

  /** The one of those that a header {@code Accept} likes best; empty if it likes none. */
  static Optional<Format> preferred(List<String> accept, List<Format> offered) {
    MediaRanges ranges = MediaRanges.of(accept);
    Format best = null;
    MediaRanges.Liking most = MediaRanges.NONE;
    for (Format format : offered) {
      MediaRanges.Liking liking = ranges.liking(format.names);
      if (liking.compareTo(most) > 0) {
        best = format;
        most = liking;
      }
    }
    return Optional.ofNullable(best);
  }
}
