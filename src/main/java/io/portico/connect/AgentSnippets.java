package io.portico.connect;

import io.portico.portal.Origin;
import java.net.URI;

/**
 * Code to start from for agents, whatever the token opens.
 *
 * @param base where programs find the portal
 * @param token a secret, or what stands in its place
 */
public record AgentSnippets(Origin base, String token) {
  /** Of the Model Context Protocol. */
  public URI protocolAddress() {
    return base.resolve("/mcp");
  }

  /** Of the same tools as JSON. */
  public URI toolsAddress() {
    return base.resolve("/api/tools");
  }

  /** Without the secret, wherever it is printed. */
  @Override
  public String toString() {
    return "AgentSnippets[" + protocolAddress() + "]";
  }
}
