package io.portico.packaged;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** A bash into which somebody pastes one block after the other. */
final class Terminal implements AutoCloseable {
  private static final String END = "--- end of block ";

  private final Process bash;
  private final BufferedWriter in;
  private final BufferedReader out;

  Terminal(Path directory) throws IOException {
    bash =
        new ProcessBuilder("bash", "--noprofile", "--norc")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    in = bash.outputWriter();
    out = bash.inputReader();
  }

  /**
   * What one sees after pasting.
   *
   * @throws IOException if the last command fails, or bash ends
   */
  String paste(String block) throws IOException {
    // What curl prints often has no end of line.
    in.write(block + "printf '\\n%s%s\\n' '" + END + "' $?\n");
    in.flush();
    StringJoiner seen = new StringJoiner("\n");
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(END)) {
        if (!line.equals(END + 0)) {
          throw new IOException("Exit code " + line.substring(END.length()) + "\n" + block + seen);
        }
        return seen.toString().stripTrailing();
      }
      seen.add(line);
    }
    throw new IOException("bash has ended\n" + block + seen);
  }

  @Override
  public void close() {
    bash.destroy();
    try {
      bash.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
