package io.portico.signout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.database.Database;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A provider that says which sessions it ended, and one person with sessions there. */
@Dependent
class Provider {
  static final String REALM = "company";
  static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final TestIssuer issuer;
  private final Database database;
  final String session = UUID.randomUUID().toString();
  final String subject = "sam-" + session;

  Provider(TestIssuer issuer, Database database) {
    this.issuer = issuer;
    this.database = database;
  }

  public static class OneCompany implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.auth-server-url",
          "http://127.0.0.1:${portico.test.issuer-port}/" + REALM,
          "quarkus.oidc.credentials.secret",
          "a-secret-of-this-test",
          "quarkus.oidc.authentication.nonce-required",
          "true");
    }
  }

  /** The person's session has ended. */
  JsonObject logout() {
    return issuer
        .claims(REALM)
        .put("aud", "portico")
        .put("sub", subject)
        .put("sid", session)
        .put("jti", UUID.randomUUID().toString())
        .put("events", new JsonObject().put(EVENT, new JsonObject()));
  }

  static RawHttp.Response send(String line, String body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>(List.of(line, "Host: portico.localhost:8081"));
    lines.addAll(List.of(headers));
    lines.add("Content-Length: " + body.getBytes(UTF_8).length);
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write((String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(UTF_8));
      return connection.read();
    }
  }

  static RawHttp.Response post(String body, String... headers) throws IOException {
    return send("POST /sign-out/back-channel HTTP/1.1", body, headers);
  }

  static RawHttp.Response tell(String token) throws IOException {
    return post("logout_token=" + token, FORM);
  }

  /** What the provider says, in its own signature. */
  RawHttp.Response tell(JsonObject claims) throws IOException {
    return tell(issuer.token(claims));
  }

  static void assertEnded(RawHttp.Response answer) {
    assertEquals(200, answer.status(), answer.text());
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertEquals("", answer.text());
  }

  /** Somebody who signs in with a session of that name at the provider. */
  Visitor signedIn(String sid, Long authTime) {
    Visitor visitor = new Visitor();
    Map<String, String> asked = Visitor.query(URI.create(visitor.get("/app").header("Location")));
    JsonObject claims =
        issuer
            .claims(REALM)
            .put("aud", "portico")
            .put("sub", subject)
            .put("sid", sid)
            .put("name", "Sam")
            .put("groups", JsonArray.of("churn-team", "api-editors"))
            .put("nonce", asked.get("nonce"));
    if (authTime != null) {
      claims.put("auth_time", authTime);
    }
    Response landed =
        visitor.get("/app/signed-in?code=" + issuer.code(claims) + "&state=" + asked.get("state"));
    assertEquals(302, landed.statusCode(), landed.asString());
    assertEquals(200, visitor.get("/app").statusCode());
    return visitor;
  }

  Visitor signedIn() {
    return signedIn(session, null);
  }

  static boolean isIn(Visitor visitor) {
    return visitor.request().get("http://127.0.0.1:8081/app").statusCode() == 200;
  }

  /** How many ended sessions of the person are known to all replicas. */
  int rows() {
    return database.transaction(
        handle ->
            handle
                .createQuery("select count(*) from ended_session where subject = :subject")
                .bind("subject", subject)
                .mapTo(Integer.class)
                .one());
  }
}
