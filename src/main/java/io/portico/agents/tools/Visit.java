package io.portico.agents.tools;

import io.modelcontextprotocol.common.McpTransportContext;
import io.portico.identity.Caller;
import java.util.Map;

/**
 * One request of an agent.
 *
 * @param caller in whose name it asks
 * @param reference of the request, in the log and in the audit trail
 */
record Visit(Caller caller, String reference) {
  private static final String KEY = Visit.class.getName();

  McpTransportContext context() {
    return McpTransportContext.create(Map.of(KEY, this));
  }

  static Visit of(McpTransportContext context) {
    return (Visit) context.get(KEY);
  }
}
