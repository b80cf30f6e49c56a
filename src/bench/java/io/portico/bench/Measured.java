package io.portico.bench;

import java.time.Duration;

/** What the load generator saw, and what the contender computed meanwhile. */
record Measured(Wrk.Result load, Duration processorTime) {
  static Measured of(Contender contender, Call call, Wrk wrk) {
    Listener listener = contender.listener();
    Duration before = listener.processorTime();
    Wrk.Result load = wrk.run(contender, call);
    return new Measured(load, listener.processorTime().minus(before));
  }

  double microsecondsEach() {
    return processorTime.toNanos() / 1e3 / load.answers();
  }
}
