package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.packaged.PackagedDemo;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak's tokens in the hands of programs. */
@Tag("keycloak")
@ExtendWith(OneCompany.class)
class ProgramsIT {
  private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  private final Company company;

  ProgramsIT(Company company) {
    this.company = company;
  }

  private static String nightlyTraining() {
    return TokenEndpoint.accessTokenOf("nightly-training", "nightly-training-secret");
  }

  /** A person at a terminal (RFC 8628), who types the code into a browser. */
  private static JsonObject byDevice(String person) {
    JsonObject begun =
        TokenEndpoint.ask(
                TokenEndpoint.DEVICES, Map.of("client_id", "portico-cli", "scope", "openid"))
            .json();
    PlainBrowser browser = new PlainBrowser();
    PlainBrowser.Page login = browser.open(begun.getString("verification_uri_complete"));
    PlainBrowser.Page consent = browser.submit(login, Company.LOGIN, Company.password(person));
    browser.submit(consent, "/login-actions/consent", Map.of("accept", "Yes"));
    return TokenEndpoint.ask(
            TokenEndpoint.ADDRESS,
            Map.of(
                "grant_type",
                DEVICE_GRANT,
                "client_id",
                "portico-cli",
                "device_code",
                begun.getString("device_code")))
        .json();
  }

  @Test
  @Holds(Promise.PROVIDERS_MAY_CHANGE)
  void aMachineHasTheAccessOfItsGroups() {
    String token = nightlyTraining();
    assertEquals(200, company.experiments("churn", token).status());
    assertEquals(404, company.experiments("forecasting", token).status());
  }

  @Test
  @Holds({Promise.PROVIDERS_MAY_CHANGE, Promise.LEVELS_HOLD})
  void aPersonAtATerminalHasTheirOwn() throws Exception {
    String token = byDevice("scientist").getString("access_token");
    assertEquals(200, company.experiments("churn", token).status());
    assertEquals(200, company.experiments("forecasting", token).status());
    assertEquals(200, create("churn", token));
    assertEquals(403, create("forecasting", token), "a viewer there");
  }

  private static int create(String server, String token) throws IOException {
    String body = "{\"name\": \"from a terminal\"}";
    try (RawHttp connection = new RawHttp(PackagedDemo.PORT)) {
      connection.write(
          String.join(
              "\r\n",
              "POST /api/mlflow/%s/api/2.0/mlflow/experiments/create HTTP/1.1".formatted(server),
              "Host: localhost:" + PackagedDemo.PORT,
              "Authorization: Bearer " + token,
              "Content-Type: application/json",
              "Content-Length: " + body.length(),
              "",
              body));
      return connection.read().status();
    }
  }

  private void refused(String why, String token) {
    RawHttp.Response answer = company.experiments("churn", token);
    assertEquals(401, answer.status(), why);
    assertTrue(answer.text().contains(why), answer::text);
  }

  @Test
  @Holds({Promise.FOREIGN_JWTS_ARE_REFUSED, Promise.TOKENS_AND_SESSIONS_STAY_APART})
  void whatKeycloakMadeForOthersOpensNothing() {
    JsonObject device = byDevice("lead");
    assertEquals(200, company.experiments("churn", device.getString("access_token")).status());
    refused("no access token", device.getString("id_token"));
    refused("no access token", device.getString("refresh_token"));
    refused("signed with a key that its issuer does not publish", company.admin().token());
    String good = nightlyTraining();
    int signature = good.lastIndexOf('.') + 1;
    char other = good.charAt(signature) == 'A' ? 'B' : 'A';
    refused(
        "signature is wrong", good.substring(0, signature) + other + good.substring(signature + 1));
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void aTokenForAnotherAudienceOpensNothing() {
    company
        .admin()
        .addClient(
            new JsonObject()
                .put("clientId", "for-others")
                .put("secret", "for-others-secret")
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("defaultClientScopes", JsonArray.of("basic", "groups"))
                .put("protocolMappers", JsonArray.of(audience("payroll-api"))));
    try {
      refused(
          "for another audience", TokenEndpoint.accessTokenOf("for-others", "for-others-secret"));
    } finally {
      company.admin().removeClient("for-others");
    }
  }

  private static JsonObject audience(String name) {
    return new JsonObject()
        .put("name", "audience")
        .put("protocol", "openid-connect")
        .put("protocolMapper", "oidc-audience-mapper")
        .put(
            "config",
            new JsonObject()
                .put("included.custom.audience", name)
                .put("access.token.claim", "true"));
  }
}
