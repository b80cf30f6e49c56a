package io.portico.sandbox.mlflow.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file: small ones in memory, large ones in a temporary file. */
public sealed interface Artifact {
  /** The largest content that is kept in memory. */
  int MAX_IN_MEMORY = 1 << 20;

  /** How many bytes it has. */
  long size();

  /** Gives back what it occupies. */
  void discard();

  /**
   * A small content.
   *
   * @param bytes all of it
   */
  record InMemory(byte[] bytes) implements Artifact {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void discard() {
      // The garbage collector does.
    }
  }

  /**
   * A large content.
   *
   * @param file holds all of it
   * @param size its length
   */
  record Spooled(Path file, long size) implements Artifact {
    @Override
    public void discard() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException unwilling) {
        throw new UncheckedIOException(unwilling);
      }
    }
  }
}
