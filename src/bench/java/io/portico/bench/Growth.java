package io.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures what requests cost as work grows: {@code part=connections|servers|people|audit|
 * downloads [rounds=3] [seconds=4] [warmup=60] [plot=file.svg]}. See docs/how-to/benchmark.md.
 */
public final class Growth {
  static final int MANY = 64;

  private final int rounds;
  private final int seconds;
  private final int warmUp;

  private Growth(Options options) {
    rounds = options.number("rounds", 3);
    seconds = options.number("seconds", 4);
    warmUp = options.number("warmup", 60);
  }

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    Growth growth = new Growth(options);
    GrowthTable table =
        switch (options.text("part", "")) {
          case "connections" ->
              growth.connections(Path.of(options.text("plot", "target/growth.svg")));
          case "servers" -> growth.servers();
          case "people" -> growth.people();
          case "audit" -> growth.audit();
          case "downloads" -> growth.downloads();
          default ->
              throw new IllegalArgumentException("part=connections|servers|people|audit|downloads");
        };
    System.out.println(table);
  }

  /** So many people that none meets the bound on one person's exchanges. */
  private GrowthTable connections(Path plot) throws IOException, InterruptedException {
    GrowthTable table =
        new GrowthTable("connections", "req/s", "p50 µs", "p99 µs", "CPU µs/req", "MiB");
    List<GrowthPlot.Point> points = new ArrayList<>();
    try (GrowthPortal portal = new GrowthPortal(1)) {
      Turns.ofPeople(portal, "person-", 100).write();
      Contender frame = portal.frame();
      warmUp(frame);
      for (int connections : new int[] {1, 8, 64, 256, 1_000}) {
        List<Measured> all = measured(frame, connections);
        double rate = median(all, m -> m.load().rate());
        double p99 = median(all, m -> m.load().p99());
        table.add(
            connections,
            rate,
            median(all, m -> m.load().p50()),
            p99,
            median(all, Measured::microsecondsEach),
            frame.listener().residentMiB());
        points.add(new GrowthPlot.Point(connections, rate, p99));
      }
    }
    Files.writeString(plot, new GrowthPlot(points).svg());
    return table;
  }

  private GrowthTable servers() throws IOException, InterruptedException {
    GrowthTable table = new GrowthTable("tracking servers", "req/s", "CPU µs/req", "MiB");
    for (int servers : new int[] {1, 10, 100}) {
      try (GrowthPortal portal = new GrowthPortal(servers)) {
        Turns.ofServers(portal).write();
        Contender programs = portal.programs();
        warmUp(programs);
        List<Measured> all = measured(programs, MANY);
        table.add(
            servers,
            median(all, m -> m.load().rate()),
            median(all, Measured::microsecondsEach),
            programs.listener().residentMiB());
      }
    }
    return table;
  }

  private GrowthTable people() throws IOException, InterruptedException {
    GrowthTable table =
        new GrowthTable(
            "people",
            "first pass, req/s",
            "CPU µs/req",
            "second pass, req/s",
            "CPU µs/req",
            "flat out, req/s",
            "CPU µs/req",
            "MiB",
            "live heap before, MiB",
            "after, MiB");
    for (int people : new int[] {10, 1_000, 10_000}) {
      try (GrowthPortal portal = new GrowthPortal(1)) {
        Contender frame = portal.frame();
        // The code for new credentials as well as that for known ones.
        Turns strangers = Turns.ofPeople(portal, "stranger-", MANY);
        strangers.write();
        warmUp(frame);
        double before = LiveHeap.ofMiB(frame.listener());
        Turns turns = Turns.ofPeople(portal, "person-", people);
        Pass first = Pass.of(frame, turns);
        Pass second = Pass.of(frame, turns);
        turns.write();
        List<Measured> all = measured(frame, MANY);
        table.add(
            people,
            first.rate(),
            first.microsecondsEach(),
            second.rate(),
            second.microsecondsEach(),
            median(all, m -> m.load().rate()),
            median(all, Measured::microsecondsEach),
            frame.listener().residentMiB(),
            before,
            LiveHeap.ofMiB(frame.listener()));
      }
    }
    return table;
  }

  private GrowthTable audit() throws Exception {
    try (GrowthPortal portal = new GrowthPortal(1)) {
      return new AuditGrowth(portal, rounds, seconds, warmUp).run();
    }
  }

  private GrowthTable downloads() throws IOException, InterruptedException {
    try (GrowthPortal portal = new GrowthPortal(1)) {
      return new DownloadGrowth(portal, warmUp).run();
    }
  }

  private void warmUp(Contender contender) {
    Wrk.flatOut(MANY, warmUp).byTurns().run(contender, Call.SMALL);
  }

  private List<Measured> measured(Contender contender, int connections) {
    Wrk load = Wrk.flatOut(connections, seconds).byTurns();
    List<Measured> all = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      all.add(Measured.of(contender, Call.SMALL, load));
    }
    return all;
  }

  private static double median(List<Measured> all, ToDoubleFunction<Measured> figure) {
    return Figures.median(all.stream().map(figure::applyAsDouble).toList());
  }
}
