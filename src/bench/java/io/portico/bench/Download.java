package io.portico.bench;

import java.util.List;

/** curl, one file. */
final class Download {
  /** Until the first byte, and until the last, in seconds. */
  record Result(double first, double last) {}

  private Download() {}

  static Result run(Contender contender, Call call) {
    String[] times =
        Command.output(
                Command.words(
                    List.of("curl", "-sS", "-f", "-o", "/dev/null"),
                    contender.headers(),
                    "-w",
                    "%{size_download} %{time_starttransfer} %{time_total}",
                    contender.url(call)))
            .split(" ");
    if (Long.parseLong(times[0]) != call.length()) {
      throw new IllegalStateException(contender.name() + " sent " + times[0] + " bytes");
    }
    return new Result(Double.parseDouble(times[1]), Double.parseDouble(times[2]));
  }
}
