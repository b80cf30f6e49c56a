package io.portico.portal;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A provider that says when people signed in, and a portal that reads it. */
public class HonestTime implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "portico.identity.sign-in-time", "auth-time",
        "portico.identity.fresh-sign-in", "20M",
        "quarkus.oidc.auth-server-url", "http://127.0.0.1:${portico.test.issuer-port}/people",
        "quarkus.oidc.credentials.secret", "a-secret-of-this-test",
        "quarkus.oidc.discovery-enabled", "false",
        "quarkus.oidc.authorization-path", "/authorize",
        "quarkus.oidc.token-path", "/token",
        "quarkus.oidc.jwks-path", "/jwks",
        "quarkus.oidc.jwks.resolve-early", "false",
        "quarkus.oidc.authentication.nonce-required", "true");
  }
}
