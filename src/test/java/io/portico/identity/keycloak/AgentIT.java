package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.agents.tools.Agent;
import io.portico.packaged.PackagedDemo;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Visitor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent that knows nothing but the address of /mcp, and finds the sign-in by itself. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class AgentIT {
  private static final String MCP = "http://localhost:" + PackagedDemo.PORT + "/mcp";
  private static final String CALLBACK = "http://127.0.0.1:33418/callback";

  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CODE_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Company company;

  AgentIT(Company company) {
    this.company = company;
  }

  /** As docs/how-to/connect-an-agent.md says. */
  @BeforeEach
  void theRealmKnowsAgents() {
    company
        .admin()
        .addClient(
            new JsonObject()
                .put("clientId", "agent")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("redirectUris", JsonArray.of(CALLBACK))
                .put("attributes", new JsonObject().put("pkce.code.challenge.method", "S256"))
                .put(
                    "defaultClientScopes",
                    JsonArray.of("basic", "profile", "groups", "portico-api")));
  }

  @AfterEach
  void theRealmForgetsThem() {
    company.admin().removeClient("agent");
  }

  private HttpResponse<String> get(String address) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  /** RFC 9728, 5.1 and 3. */
  private JsonObject metadataOfResource() throws Exception {
    HttpResponse<String> unauthorized =
        http.send(
            HttpRequest.newBuilder(URI.create(MCP))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    assertEquals(401, unauthorized.statusCode());
    String challenge = unauthorized.headers().firstValue("WWW-Authenticate").orElseThrow();
    return new JsonObject(
        get(challenge.replaceAll(".*resource_metadata=\"([^\"]+)\".*", "$1")).body());
  }

  private static String query(String scope, String resource) {
    return Form.encode(
        Map.of(
            "client_id", "agent",
            "response_type", "code",
            "redirect_uri", CALLBACK,
            "scope", scope,
            "resource", resource,
            "code_challenge_method", "S256",
            "code_challenge", CODE_CHALLENGE));
  }

  private static String code(String authorize) {
    PlainBrowser browser = new PlainBrowser();
    PlainBrowser.Page back =
        browser.send(browser.open(authorize), Company.LOGIN, Company.password("scientist"));
    return Visitor.query(back.next().orElseThrow()).get("code");
  }

  @Test
  @Holds(Promise.PROVIDERS_MAY_CHANGE)
  void itFindsTheSignInAndItsTokenOpensTheTools() throws Exception {
    JsonObject resource = metadataOfResource();
    assertEquals(MCP, resource.getString("resource"));
    assertEquals(JsonArray.of(Keycloak.ISSUER), resource.getJsonArray("authorization_servers"));

    String issuer = resource.getJsonArray("authorization_servers").getString(0);
    JsonObject server = new JsonObject(get(issuer + "/.well-known/openid-configuration").body());
    assertEquals(issuer, server.getString("issuer"));
    String scope = resource.getJsonArray("scopes_supported").getString(0);
    String authorize = server.getString("authorization_endpoint") + "?" + query(scope, MCP);
    String token =
        TokenEndpoint.redeem(
                code(authorize), CALLBACK, Map.of("client_id", "agent", "code_verifier", VERIFIER))
            .text("access_token");

    try (Agent agent = new Agent(token, "http://localhost:" + PackagedDemo.PORT)) {
      List<String> servers =
          agent.call("list_tracking_servers", Map.of()).getJsonArray("servers").stream()
              .map(found -> ((JsonObject) found).getString("id"))
              .sorted()
              .toList();
      assertEquals(List.of("churn", "forecasting"), servers);
      assertTrue(agent.tools().size() > 5);
    }
  }
}
