package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServer;
import io.vertx.core.MultiMap;

/** A way in to the tracking servers, and what its answers have of their own. */
interface Lane {
  /** In metrics and traces. */
  String label();

  /** What stands before MLflow's own paths, without a slash at its end. */
  String prefix(TrackingServer server);

  /** Browsers are shown pages and sent elsewhere; programs are told. */
  boolean isForBrowsers();

  /** Adds the security headers of an answer. */
  void protect(MultiMap headers, String server, Content content);
}
