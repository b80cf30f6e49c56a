package io.portico.agents;

import io.portico.portal.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a path below {@code /docs} means: {@code {api}/{stage}/…} or {@code
 * {api}/versions/{version}/…}. Nothing is said of whether it is there.
 *
 * @param api an id
 * @param name of the stage or the version
 * @param document which of its documents; empty if the path leaves it open
 */
record DocumentAddress(String api, Kind kind, String name, String document) {
  private static final String ROOT = "/docs/";
  private static final String VERSIONS = "versions";

  /** What stands beside the APIs. */
  private static final String PROBLEMS = Problem.PAGES.substring(ROOT.length());

  private static final int MAX_LENGTH = 8_000;

  /** What there are documents of. */
  enum Kind {
    STAGE,
    VERSION;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static DocumentAddress ofStage(String api, String stage) {
    return new DocumentAddress(api, Kind.STAGE, stage, "");
  }

  /**
   * Reads one.
   *
   * @param path as it was sent, percent-encoded
   */
  static Optional<DocumentAddress> parse(String path) {
    if (!path.startsWith(ROOT) || path.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(ROOT.length()).split("/", -1)) {
      PathSegment.decoded(segment).ifPresent(segments::add);
    }
    boolean whole = segments.size() == path.substring(ROOT.length()).split("/", -1).length;
    return whole ? of(segments) : Optional.empty();
  }

  private static Optional<DocumentAddress> of(List<String> segments) {
    Kind kind = segments.size() > 2 && segments.get(1).equals(VERSIONS) ? Kind.VERSION : Kind.STAGE;
    int edition = kind == Kind.VERSION ? 3 : 2;
    if (segments.size() < edition || segments.get(0).equals(PROBLEMS)) {
      return Optional.empty();
    }
    List<String> document = segments.subList(edition, segments.size());
    // No document's name has one, and no document has two addresses.
    boolean slashed = document.stream().anyMatch(segment -> segment.contains("/"));
    return slashed
        ? Optional.empty()
        : Optional.of(
            new DocumentAddress(
                segments.get(0), kind, segments.get(edition - 1), String.join("/", document)));
  }

  /** Another document of the same stage or version. */
  DocumentAddress at(String other) {
    return new DocumentAddress(api, kind, name, other);
  }

  /** As it is sent. */
  String path() {
    String edition =
        ROOT
            + PathSegment.encoded(api)
            + (kind == Kind.VERSION ? "/" + VERSIONS : "")
            + "/"
            + PathSegment.encoded(name);
    return document.isEmpty() ? edition : edition + "/" + written(document);
  }

  /** A document's path as it is sent, below that of its stage or version. */
  static String written(String document) {
    return Arrays.stream(document.split("/"))
        .map(PathSegment::encoded)
        .collect(Collectors.joining("/"));
  }
}
