package io.portico.hostile.trouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program slowhttptest while it attacks. */
final class SlowHttpAttack implements AutoCloseable {
  private static final Path OUTPUT = Path.of("target/slowhttptest.log");
  private static final Pattern COLOUR = Pattern.compile("\\e\\[[;\\d]*m");
  private static final Pattern CONNECTED = Pattern.compile("(?<=connected:)\\s+\\d+");

  private final Process process;

  private SlowHttpAttack(Process process) {
    this.process = process;
  }

  /**
   * Begins.
   *
   * @param words its own options, before those that say how many and how long
   */
  static SlowHttpAttack start(int connections, List<String> words) throws IOException {
    // It writes whole blocks into a file, the first after some 16 s, unless told otherwise.
    List<String> command = new ArrayList<>(List.of("stdbuf", "-oL", "slowhttptest"));
    command.addAll(words);
    String count = Integer.toString(connections);
    command.addAll(List.of("-c", count, "-r", count, "-i", "2", "-l", "60", "-p", "60"));
    return new SlowHttpAttack(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(OUTPUT.toFile())
            .start());
  }

  /** The most connections that it had open at once. */
  int connected() throws IOException {
    return CONNECTED
        .matcher(COLOUR.matcher(Files.readString(OUTPUT)).replaceAll(""))
        .results()
        .mapToInt(found -> Integer.parseInt(found.group().trim()))
        .max()
        .orElse(0);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
