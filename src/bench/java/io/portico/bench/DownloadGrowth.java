package io.portico.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The portal's memory while gigabytes go through it at the same time. */
final class DownloadGrowth {
  private static final int[] AT_ONCE = {1, 8, 32};

  /** Until all of them have begun, and long before the first ends. */
  private static final int BEGIN_MS = 600;

  private final Contender frame;

  DownloadGrowth(GrowthPortal portal, int warmUp) {
    frame = portal.frameOf("reader");
    Wrk.flatOut(Growth.MANY, warmUp).run(frame, Call.SMALL);
    Download.run(frame, Call.LARGE);
  }

  GrowthTable run() throws InterruptedException {
    GrowthTable table =
        new GrowthTable(
            "downloads at once",
            "MiB/s",
            "live heap before, MiB",
            "while they run, MiB",
            "after, MiB",
            "resident, MiB");
    for (int downloads : AT_ONCE) {
      add(table, downloads);
    }
    return table;
  }

  private void add(GrowthTable table, int downloads) throws InterruptedException {
    Listener portal = frame.listener();
    double before = LiveHeap.ofMiB(portal);
    ExecutorService threads = Executors.newFixedThreadPool(downloads);
    try {
      List<CompletableFuture<Download.Result>> running =
          IntStream.range(0, downloads)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(() -> Download.run(frame, Call.LARGE), threads))
              .toList();
      TimeUnit.MILLISECONDS.sleep(BEGIN_MS);
      double meanwhile = LiveHeap.ofMiB(portal);
      double resident = portal.residentMiB();
      double seconds =
          running.stream().mapToDouble(download -> download.join().last()).max().orElseThrow();
      double rate = downloads * Call.LARGE.length() / 1024.0 / 1024.0 / seconds;
      table.add(downloads, rate, before, meanwhile, LiveHeap.ofMiB(portal), resident);
    } finally {
      threads.shutdown();
    }
  }
}
