package io.portico.sandbox.mlflow.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All artifacts of all runs, in one tree. Directories are there while a file is in them. */
public final class ArtifactStore implements AutoCloseable {
  private static final Comparator<ArtifactPath> BY_PATH =
      Comparator.comparing(ArtifactPath::toString);

  private final Path spool;
  private final Map<ArtifactPath, Artifact> files = new TreeMap<>(BY_PATH);
  private long spooled;

  ArtifactStore() {
    try {
      spool = Files.createTempDirectory("portico-demo-mlflow-");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Where the artifacts of a run begin. */
  public static ArtifactPath rootOf(Run run) {
    String experiment = run.origin().experiment().id();
    return new ArtifactPath(List.of(experiment, run.id(), "artifacts"));
  }

  /** A place for the next large content, not yet there. */
  public Path newSpoolFile() {
    return spool.resolve("artifact-" + spooled++);
  }

  /** Keeps a file, in place of one that was there. */
  public void put(ArtifactPath path, Artifact artifact) {
    if (path.depth() == 0) {
      throw TrackingException.invalid("An artifact needs a name");
    }
    Optional.ofNullable(files.put(path, artifact)).ifPresent(Artifact::discard);
  }

  /** The file at that path, if there is one. */
  public Optional<Artifact> find(ArtifactPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Removes that file, or everything in that directory. */
  public void remove(ArtifactPath path) {
    List<ArtifactPath> doomed = files.keySet().stream().filter(it -> it.startsWith(path)).toList();
    if (doomed.isEmpty()) {
      throw TrackingException.missing("No artifact is at '" + path + "'");
    }
    doomed.forEach(file -> files.remove(file).discard());
  }

  /** What is directly in that directory; nothing if there is no such directory. */
  public List<ArtifactEntry> list(ArtifactPath directory) {
    Map<ArtifactPath, ArtifactEntry> entries = new TreeMap<>(BY_PATH);
    files.forEach(
        (path, artifact) -> {
          if (path.startsWith(directory) && path.depth() > directory.depth()) {
            ArtifactPath child = path.first(directory.depth() + 1);
            boolean deeper = path.depth() > child.depth();
            entries.put(child, new ArtifactEntry(child, deeper, deeper ? 0 : artifact.size()));
          }
        });
    return List.copyOf(entries.values());
  }

  /** Forgets everything and removes the temporary files. */
  @Override
  public void close() {
    files.clear();
    if (!Files.exists(spool)) {
      return;
    }
    try (Stream<Path> leftovers = Files.walk(spool)) {
      for (Path leftover : leftovers.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(leftover);
      }
    } catch (IOException unwilling) {
      throw new UncheckedIOException(unwilling);
    }
  }
}
