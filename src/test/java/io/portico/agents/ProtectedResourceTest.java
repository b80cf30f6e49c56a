package io.portico.agents;

import static io.portico.agents.Readings.HOST;
import static io.portico.agents.Readings.PORT;
import static io.portico.agents.Readings.get;
import static io.portico.agents.Readings.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client without a token finds out where its person signs in (RFC 9728). */
@QuarkusTest
class ProtectedResourceTest {
  private static final Pattern METADATA = Pattern.compile("resource_metadata=\"([^\"]+)\"");

  @ConfigProperty(name = "quarkus.oidc.api.auth-server-url")
  String issuer;

  private static Response send(String method, String host, String target) throws IOException {
    return RawHttp.send(
        PORT, method + " " + target + " HTTP/1.1", host, "Content-Length: 0", "Connection: close");
  }

  /** A client compares the resource with the address it asked (RFC 9728, 3.3). */
  @ParameterizedTest
  @CsvSource({
    "POST, portico.localhost, /mcp, http://portico.localhost:8081/mcp",
    "POST, localhost, /mcp, http://localhost:8081/mcp",
    "POST, 127.0.0.1, /mcp, http://127.0.0.1:8081/mcp",
    "POST, portico.localhost, /api/tools/list_apis, http://portico.localhost:8081",
    "GET, portico.localhost, /docs/ordersapi1/prod/index.md, http://portico.localhost:8081"
  })
  void theChallengeLeadsToTheIssuer(String method, String name, String target, String resource)
      throws IOException {
    String host = "Host: " + name + ":8081";
    Response refused = send(method, host, target);
    assertEquals(401, refused.status(), refused.text());
    Matcher metadata = METADATA.matcher(header(refused, "WWW-Authenticate"));
    assertTrue(metadata.find(), header(refused, "WWW-Authenticate"));
    String origin = "http://" + name + ":8081";
    assertTrue(metadata.group(1).startsWith(origin + "/"), metadata.group(1));
    Response answer = send("GET", host, metadata.group(1).substring(origin.length()));
    JsonObject json = new JsonObject(answer.text());
    assertEquals(resource, json.getString("resource"));
    assertEquals(JsonArray.of(issuer), json.getJsonArray("authorization_servers"));
    assertEquals(JsonArray.of("openid"), json.getJsonArray("scopes_supported"));
    assertEquals(JsonArray.of("header"), json.getJsonArray("bearer_methods_supported"));
  }

  @Test
  void itIsPublicAndMayBeKept() throws IOException {
    Response answer = get("/.well-known/oauth-protected-resource/mcp");
    assertEquals("application/json", header(answer, "Content-Type"));
    assertEquals("public, max-age=3600", header(answer, "Cache-Control"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals(
        304,
        get("/.well-known/oauth-protected-resource/mcp", "If-None-Match: " + header(answer, "ETag"))
            .status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-protected-resource/nothing",
        "/.well-known/oauth-protected-resource/mcp/x",
        "/.well-known/oauth-protected-resourcemcp"
      })
  void nothingElseIsAResource(String target) throws IOException {
    assertEquals(404, get(target).status());
  }

  @Test
  void anotherNameIsNotTold() throws IOException {
    assertEquals(
        421,
        send("GET", "Host: evil.example", "/.well-known/oauth-protected-resource/mcp").status());
    assertEquals(
        421,
        RawHttp.send(
                PORT,
                "GET /.well-known/oauth-protected-resource HTTP/1.1",
                "Host: evil.example",
                "X-Forwarded-Host: portico.localhost:8081",
                "Connection: close")
            .status());
    assertEquals(200, send("GET", HOST, "/.well-known/oauth-protected-resource").status());
  }
}
