package io.portico.connect;

import io.portico.portal.Origin;
import java.net.URI;

/**
 * Code to start from; each language is a template under connect/snippet.
 *
 * @param base where programs find the portal
 * @param server the id of a tracking server
 * @param title the same for people
 * @param token a secret, or what stands in its place
 */
public record Snippets(Origin base, String server, String title, String token) {
  static final String PLACEHOLDER = "<your token>";

  /** The tracking URI of MLflow's clients. */
  public URI address() {
    return base.resolve("/api/mlflow/" + server);
  }

  /** Without the secret, wherever it is printed. */
  @Override
  public String toString() {
    return "Snippets[" + address() + "]";
  }
}
