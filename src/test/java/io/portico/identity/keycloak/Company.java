package io.portico.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.packaged.PackagedDemo;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A company with a Keycloak and a portal, which plays AWS by itself.
 *
 * @param admin who changes what Keycloak says
 */
record Company(Keycloak keycloak, KeycloakAdmin admin, PackagedDemo portal)
    implements AutoCloseable {
  static final String PORTAL = "http://portico.localhost:" + PackagedDemo.PORT;
  static final String HOME = PORTAL + "/app";

  /** The action of Keycloak's form for name and password. */
  static final String LOGIN = "/login-actions/authenticate";

  /** As docs/how-to/set-up-sign-in.md says, in place of what the demo brings. */
  private static final String[] OPTIONS = {
    "-Dquarkus.oidc.auth-server-url=" + Keycloak.ISSUER,
    "-Dquarkus.oidc.credentials.secret=portico-client-secret",
    "-Dportico.identity.sign-in-time=auth-time",
    "-Dquarkus.oidc.discovery-enabled=true",
    "-Dquarkus.oidc.authorization-path=",
    "-Dquarkus.oidc.token-path=",
    "-Dquarkus.oidc.jwks-path=",
    "-Dquarkus.oidc.end-session-path=",
    "-Dquarkus.oidc.jwks.resolve-early=true",
    "-Dquarkus.oidc.api.jwks.resolve-early=true"
  };

  static Company start() throws IOException, InterruptedException {
    Keycloak keycloak = Keycloak.installed();
    keycloak.start();
    try {
      return new Company(keycloak, new KeycloakAdmin(), PackagedDemo.startBy(List.of(), OPTIONS));
    } catch (IOException | InterruptedException | RuntimeException failure) {
      keycloak.close();
      throw failure;
    }
  }

  /** Somebody who signs in at Keycloak with the name as the password, as the realm has it. */
  PlainBrowser signedIn(String person) {
    PlainBrowser browser = new PlainBrowser();
    PlainBrowser.Page home = browser.submit(browser.open(HOME), LOGIN, password(person));
    assertEquals(HOME, home.address().toString(), home.text());
    assertEquals(200, home.status(), home.text());
    return browser;
  }

  static Map<String, String> password(String person) {
    return Map.of("username", person, "password", person);
  }

  /** Asks a tracking server for experiments, as a program with a token. */
  RawHttp.Response experiments(String server, String token) {
    try {
      return RawHttp.send(
          PackagedDemo.PORT,
          "GET /api/mlflow/%s/api/2.0/mlflow/experiments/search?max_results=5 HTTP/1.1"
              .formatted(server),
          "Host: localhost:" + PackagedDemo.PORT,
          "Authorization: Bearer " + token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    portal.close();
    keycloak.close();
  }
}
