package io.portico.bench;

import java.nio.file.Path;
import java.util.List;

/** What a Java process holds on to: its resident memory tells more of how the heap once grew. */
final class LiveHeap {
  private LiveHeap() {}

  /** After a full collection, in MiB. */
  static double ofMiB(Listener listener) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = listener.processes().get(0).toString();
    String histogram = Command.output(List.of(jcmd, pid, "GC.class_histogram"));
    return Long.parseLong(Command.find("(?m)^Total +\\d+ +(\\d+)", histogram)) / 1024.0 / 1024.0;
  }
}
