package io.portico.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The processes behind a port of this machine, as Linux tells of them.
 *
 * @param processes none where they are not to be seen, in a container say
 */
record Listener(List<Long> processes) {
  private static final Pattern PID = Pattern.compile("pid=(\\d+)");

  static Listener of(int port) {
    String sockets = Command.output(List.of("ss", "-Hltnp", "sport = :" + port));
    return new Listener(
        PID.matcher(sockets)
            .results()
            .map(MatchResult::group)
            .map(pid -> Long.valueOf(pid.substring("pid=".length())))
            .distinct()
            .toList());
  }

  /** What they have computed so far, user and system. */
  Duration processorTime() {
    return processes.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Resident memory, in MiB. */
  double residentMiB() {
    return processes.stream().mapToLong(Listener::residentKiB).sum() / 1024.0;
  }

  private static long residentKiB(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
