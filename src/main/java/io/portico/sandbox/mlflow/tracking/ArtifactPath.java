package io.portico.sandbox.mlflow.tracking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an artifact is, relative to a root; the root itself has no segments.
 *
 * @param segments names of directories, then of the file
 */
public record ArtifactPath(List<String> segments) {
  /** Copies the segments. */
  public ArtifactPath {
    segments = List.copyOf(segments);
  }

  /** Reads a path with slashes; refuses one that could lead out of its root. */
  public static ArtifactPath of(String path) {
    if (path.startsWith("/") || path.contains("\\") || path.indexOf('\0') >= 0) {
      throw TrackingException.invalid("Invalid path: '" + path + "'");
    }
    List<String> segments =
        Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    if (segments.contains("..") || segments.contains(".")) {
      throw TrackingException.invalid("Invalid path: '" + path + "'");
    }
    return new ArtifactPath(segments);
  }

  /** The path below this one. */
  public ArtifactPath resolve(ArtifactPath below) {
    return new ArtifactPath(Stream.concat(segments.stream(), below.segments.stream()).toList());
  }

  boolean startsWith(ArtifactPath root) {
    return segments.size() >= root.segments.size()
        && segments.subList(0, root.segments.size()).equals(root.segments);
  }

  /** Its first segments. */
  ArtifactPath first(int count) {
    return new ArtifactPath(segments.subList(0, count));
  }

  int depth() {
    return segments.size();
  }

  /** Its last segment. */
  public String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** What is left of it below that root. */
  public ArtifactPath below(ArtifactPath root) {
    return new ArtifactPath(segments.subList(root.depth(), depth()));
  }

  @Override
  public String toString() {
    return segments.stream().collect(Collectors.joining("/"));
  }
}
