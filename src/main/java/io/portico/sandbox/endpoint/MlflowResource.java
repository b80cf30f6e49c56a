package io.portico.sandbox.endpoint;

import java.net.URI;
import java.time.Instant;

/** An MLflow that the data plane can reach by its ARN. */
sealed interface MlflowResource permits MlflowApp, TrackingServer {

  /** The whole ARN, the only key: names are not unique across kinds. */
  String arn();

  /** The MLflow that answers, without a path's trailing slash. */
  URI upstream();

  /** Whether requests are passed on at that moment. */
  boolean serves(Instant now);
}
