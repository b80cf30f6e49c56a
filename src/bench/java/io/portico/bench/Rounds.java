package io.portico.bench;

import java.util.List;

/**
 * Rounds in which each contender has its turn at everything, so that a noisy minute falls on all,
 * after a warm-up that is not counted.
 */
final class Rounds {
  private static final int MANY = 64;

  private final int rounds;
  private final int seconds;
  private final List<Contender> contenders;
  private final Figures figures = new Figures();

  Rounds(Options options, List<Contender> contenders) {
    rounds = options.number("rounds", 5);
    seconds = options.number("seconds", 4);
    this.contenders = contenders;
  }

  Figures run() {
    for (Contender contender : contenders) {
      figures.add(contender, Figure.RESIDENT_IDLE, contender.listener().residentMiB());
    }
    for (Contender contender : contenders) {
      Wrk.flatOut(MANY, contender.warmUp()).run(contender, Call.SMALL);
      Wrk.flatOut(MANY, contender.warmUp() / 2).run(contender, Call.MIDDLE);
      Wrk.flatOut(MANY, contender.warmUp() / 2).posting().run(contender, Call.WRITE);
      Download.run(contender, Call.LARGE);
    }
    for (int round = 1; round <= rounds; round++) {
      System.err.println("Round " + round + " of " + rounds);
      contenders.forEach(this::throughput);
      contenders.forEach(this::latency);
      contenders.forEach(this::streaming);
    }
    return figures;
  }

  private void throughput(Contender contender) {
    Wrk load = Wrk.flatOut(MANY, seconds);
    Measured small = Measured.of(contender, Call.SMALL, load);
    figures.add(contender, Figure.SMALL_RATE, small.load().rate());
    figures.add(contender, Figure.SMALL_PROCESSOR, small.microsecondsEach());
    figures.add(
        contender, Figure.MIDDLE_RATE, Measured.of(contender, Call.MIDDLE, load).load().rate());
    Measured write = Measured.of(contender, Call.WRITE, load.posting());
    figures.add(contender, Figure.WRITE_RATE, write.load().rate());
    figures.add(contender, Figure.WRITE_PROCESSOR, write.microsecondsEach());
  }

  private void latency(Contender contender) {
    figures.add(contender, Figure.ALONE, Wrk.flatOut(1, seconds).run(contender, Call.SMALL).p50());
    // One that cannot bear the rate has no time to tell.
    if (figures.median(contender.name(), Figure.SMALL_RATE).orElseThrow() > 2 * Wrk.STEADY_RATE) {
      Wrk.Result steady = Wrk.steady(seconds).run(contender, Call.SMALL);
      figures.add(contender, Figure.STEADY_P50, steady.p50());
      figures.add(contender, Figure.STEADY_P99, steady.p99());
    }
  }

  private void streaming(Contender contender) {
    figures.add(contender, Figure.FIRST_BYTE, Download.run(contender, Call.SLOW).first() * 1e3);
    figures.add(contender, Figure.DOWNLOAD, Download.run(contender, Call.LARGE).last());
    figures.add(contender, Figure.RESIDENT_LOADED, contender.listener().residentMiB());
  }
}
