package io.portico.sandbox;

import java.net.URI;

/** Where the MLflow behind the signed endpoint comes from. */
interface MlflowSource extends AutoCloseable {

  /**
   * The MLflow of one server.
   *
   * @param server the name of a tracking server or App
   */
  URI uri(String server);

  /** For the log: a few words. */
  String description();

  /** Stops what this source has started. */
  @Override
  void close();
}
