package io.portico.sandbox;

import java.net.URI;

/** An MLflow that runs without us, the same for every server. */
record GivenMlflow(URI uri) implements MlflowSource {

  @Override
  public URI uri(String server) {
    return uri;
  }

  @Override
  public String description() {
    return "the MLflow at " + uri;
  }

  @Override
  public void close() {}
}
