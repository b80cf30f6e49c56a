package io.portico.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The page of activities, and a write that is taken down, as the audit trail grows. */
final class AuditGrowth {
  private static final String PAGE = "/app/activity";

  private final int rounds;
  private final int seconds;
  private final Contender pages;
  private final Contender frame;

  AuditGrowth(GrowthPortal portal, int rounds, int seconds, int warmUp) throws IOException {
    this.rounds = rounds;
    this.seconds = seconds;
    pages = portal.pagesOf("publisher");
    frame = portal.frameOf("writer");
    Wrk.flatOut(1, warmUp / 2).run(pages, PAGE);
    Wrk.flatOut(Growth.MANY, warmUp / 2).posting().run(frame, Call.WRITE);
  }

  /** In milliseconds, but for the last two. */
  GrowthTable run() throws SQLException {
    GrowthTable table =
        new GrowthTable(
            "rows",
            "newest, ms",
            "of a server, ms",
            "of a person by part of the name, ms",
            "of a rare result, ms",
            "of none, ms",
            "oldest, ms",
            "write, req/s",
            "CPU µs/write");
    try (AuditRows rows = new AuditRows()) {
      for (int count : new int[] {0, 1_000, 100_000}) {
        rows.fill(count);
        String oldest = rows.cursorOfOldest().map(cursor -> "?before=" + cursor).orElse("");
        table.add(
            count,
            DoubleStream.concat(
                    DoubleStream.of(
                        milliseconds(PAGE),
                        milliseconds(PAGE + "?resource=mlflow/s7"),
                        milliseconds(PAGE + "?who=person-77"),
                        milliseconds(PAGE + "?result=FAILED"),
                        milliseconds(PAGE + "?action=STOP"),
                        milliseconds(PAGE + oldest)),
                    writes())
                .toArray());
      }
    }
    return table;
  }

  private double milliseconds(String page) {
    List<Double> all = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      all.add(Wrk.flatOut(1, 1).run(pages, page).p50() / 1e3);
    }
    return Figures.median(all);
  }

  private DoubleStream writes() {
    Measured write = Measured.of(frame, Call.WRITE, Wrk.flatOut(Growth.MANY, seconds).posting());
    return DoubleStream.of(write.load().rate(), write.microsecondsEach());
  }
}
