package io.portico.portal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What takes an access token, and where a client without one may send its person to sign in (RFC
 * 9728). A client accepts it only if it names the address that the client knows (3.3), so the
 * endpoint of the Model Context Protocol has one of its own.
 *
 * @param portal as the client knows it
 * @param path empty for all the portal's routes
 */
public record ProtectedResource(Origin portal, String path) {
  static final String METADATA = "/.well-known/oauth-protected-resource";
  static final String MCP = "/mcp";

  /** The one that a route belongs to. */
  static ProtectedResource of(Origin portal, String route) {
    return new ProtectedResource(portal, route.equals(MCP) || route.equals(MCP + "/") ? MCP : "");
  }

  /** Where its metadata are (3.1). */
  URI address() {
    return portal.resolve(METADATA + path);
  }

  /** Its metadata (2). */
  public String json(Optional<URI> issuer, List<String> scopes) {
    JsonArray issuers = new JsonArray();
    issuer.map(URI::toString).ifPresent(issuers::add);
    return new JsonObject()
        .put("resource", portal + path)
        .put("resource_name", "Portico")
        .put("authorization_servers", issuers)
        .put("scopes_supported", new JsonArray(scopes))
        .put("bearer_methods_supported", JsonArray.of("header"))
        .put("resource_documentation", portal.resolve("/llms.txt").toString())
        .encode();
  }
}
