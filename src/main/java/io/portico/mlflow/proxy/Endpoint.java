package io.portico.mlflow.proxy;

import java.util.Optional;

/**
 * What the table says about an MLflow endpoint.
 *
 * @param instead what the portal answers by itself, as JSON, where MLflow is never asked but its
 *     pages are
 */
public record Endpoint(Access access, Content content, Optional<String> instead) {
  /** What the table does not name. */
  static final Endpoint UNKNOWN = new Endpoint(Access.NEVER, Content.API);

  Endpoint(Access access, Content content) {
    this(access, content, Optional.empty());
  }
}
