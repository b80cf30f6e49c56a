package io.portico.sandbox.endpoint;

import java.net.URI;
import java.time.Instant;

/**
 * A serverless MLflow App: always on.
 *
 * @param arn ends in the app's id, not its name
 * @param name what people call it
 * @param created when it was made
 */
public record MlflowApp(String arn, String name, Instant created, URI upstream)
    implements MlflowResource {

  @Override
  public boolean serves(Instant now) {
    return true;
  }
}
