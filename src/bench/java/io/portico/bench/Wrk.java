package io.portico.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * wrk, the load generator.
 *
 * @param connections each with one request under way at most
 * @param script of src/bench, how requests are made; the request line alone if empty
 */
record Wrk(int connections, int seconds, Optional<String> script) {
  private static final Pattern DURATION = Pattern.compile("([0-9.]+)(us|ms|s)");

  static final int STEADY_RATE = 1_000;

  /** With the pause of steady.lua, 64 ms on average. */
  private static final int STEADY_CONNECTIONS = 64;

  /**
   * What it saw.
   *
   * @param rate answers per second
   * @param p50 of the time to an answer, in microseconds
   * @param p99 likewise
   */
  record Result(double rate, double p50, double p99, long answers) {
    static Result of(String output) {
      return new Result(
          Double.parseDouble(Command.find("Requests/sec:\\s+([0-9.]+)", output)),
          microseconds(Command.find("(?m)^ +50% +(\\S+)", output)),
          microseconds(Command.find("(?m)^ +99% +(\\S+)", output)),
          Long.parseLong(Command.find("(\\d+) requests in", output)));
    }
  }

  /** Each connection sends as soon as it has its answer. */
  static Wrk flatOut(int connections, int seconds) {
    return new Wrk(connections, seconds, Optional.empty());
  }

  /** Each connection waits a random while in between: some 1,000 requests in a second. */
  static Wrk steady(int seconds) {
    return new Wrk(STEADY_CONNECTIONS, seconds, Optional.of("steady.lua"));
  }

  Wrk posting() {
    return new Wrk(connections, seconds, Optional.of("post.lua"));
  }

  /** Sends the requests of {@link Turns} by turns. */
  Wrk byTurns() {
    return new Wrk(connections, seconds, Optional.of("turns.lua"));
  }

  Result run(Contender contender, Call call) {
    return run(contender, call.target());
  }

  /**
   * The same with another request.
   *
   * @param target path and query
   */
  Result run(Contender contender, String target) {
    List<String> words =
        new ArrayList<>(
            List.of("wrk", "-t1", "-c" + connections, "-d" + seconds, "--timeout=20", "--latency"));
    script.ifPresent(name -> words.addAll(List.of("-s", "src/bench/" + name)));
    words.addAll(contender.headers());
    words.add(contender.url(target));
    String output = Command.output(words);
    if (output.contains("Non-2xx") || output.contains("Socket errors")) {
      throw new IllegalStateException(contender.name() + " failed\n" + output);
    }
    return Result.of(output);
  }

  static double microseconds(String duration) {
    Matcher parts = DURATION.matcher(duration);
    if (!parts.matches()) {
      throw new IllegalArgumentException(duration);
    }
    double unit = parts.group(2).equals("us") ? 1 : parts.group(2).equals("ms") ? 1e3 : 1e6;
    return Double.parseDouble(parts.group(1)) * unit;
  }
}
