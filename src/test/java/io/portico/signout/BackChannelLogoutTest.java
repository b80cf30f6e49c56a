package io.portico.signout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.database.Away;
import io.portico.database.Database;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.EndedSessions;
import io.portico.identity.SessionEnd;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.LogLines;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that says which sessions it ended, and people whose sessions these are. */
@QuarkusTest
@TestProfile(BackChannelLogoutTest.OneCompany.class)
class BackChannelLogoutTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final String REALM = "company";
  private static final String UNVERIFIABLE = "The token cannot be verified.";

  @Inject TestIssuer issuer;
  @Inject Database database;
  @Inject EndedSessionTable table;

  private final String session = UUID.randomUUID().toString();
  private final String subject = "sam-" + session;

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

  private JsonObject logout() {
    return issuer
        .claims(REALM)
        .put("aud", "portico")
        .put("sub", subject)
        .put("sid", session)
        .put("jti", UUID.randomUUID().toString())
        .put("events", new JsonObject().put(EVENT, new JsonObject()));
  }

  private static RawHttp.Response send(String line, String body, String... headers)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(line, "Host: portico.localhost:8081"));
    lines.addAll(List.of(headers));
    lines.add("Content-Length: " + body.getBytes(UTF_8).length);
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write((String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(UTF_8));
      return connection.read();
    }
  }

  private static RawHttp.Response post(String body, String... headers) throws IOException {
    return send("POST /sign-out/back-channel HTTP/1.1", body, headers);
  }

  private static RawHttp.Response tell(String token) throws IOException {
    return post("logout_token=" + token, FORM);
  }

  private static void assertEnded(RawHttp.Response answer) {
    assertEquals(200, answer.status(), answer.text());
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertEquals("", answer.text());
  }

  private static void assertRefused(int status, String reason, RawHttp.Response answer) {
    assertEquals(status, answer.status(), answer.text());
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertEquals("application/json", answer.header("Content-Type").orElseThrow());
    assertEquals(
        new JsonObject().put("error", "invalid_request").put("error_description", reason),
        new JsonObject(answer.text()));
  }

  /** Somebody who signs in with a session of that name at the provider. */
  private Visitor signedIn(String sid, Long authTime) {
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

  private Visitor signedIn() {
    return signedIn(session, null);
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.request().get("http://127.0.0.1:8081/app").statusCode() == 200;
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void theSessionEndsAtOnceAndNoOtherOfThePerson() throws IOException {
    Visitor ended = signedIn();
    Visitor other = signedIn("another-" + session, null);
    assertEnded(tell(issuer.token(logout())));
    Response page = ended.get("/app");
    assertEquals(302, page.statusCode());
    assertTrue(page.header("Location").startsWith(issuer.address(REALM) + "/authorize?"));
    assertEquals(List.of(), sessionCookies(ended), "the browser forgets them");
    assertTrue(isIn(other));
  }

  private static List<String> sessionCookies(Visitor visitor) {
    return visitor.cookies().keySet().stream().filter(name -> name.contains("q_session")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/app, 302",
    "/app/apis, 302",
    "/app/tokens, 302",
    "/app/activity.csv, 302",
    "/app/mlflow/churn, 401",
    "/docs/ordersapi1/draft/nothing, 401"
  })
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void nothingIsServedToIt(String path, int status) throws IOException {
    Visitor visitor = signedIn();
    int before = visitor.request().get("http://127.0.0.1:8081" + path).statusCode();
    assertTrue(before == 200 || before == 404, path + " " + before);
    assertEnded(tell(issuer.token(logout())));
    assertEquals(status, visitor.request().get("http://127.0.0.1:8081" + path).statusCode());
  }

  @Test
  @Holds({Promise.ENDED_ELSEWHERE_ENDS_HERE, Promise.NO_FORGED_WRITES})
  void nothingIsWrittenInItsName() throws IOException {
    Visitor visitor = signedIn();
    Visitor witness = signedIn("another-" + session, null);
    assertEquals(422, visitor.submit("/app/tokens", "/app/tokens").statusCode());
    assertEnded(tell(issuer.token(logout())));
    assertEquals(
        401,
        visitor
            .request("Origin", Visitor.PORTAL, "HX-Request", "true")
            .contentType(ContentType.URLENC)
            .body("csrf-token=" + visitor.cookies().get("portico-csrf"))
            .post("http://127.0.0.1:8081/app/tokens")
            .statusCode());
    assertTrue(isIn(witness));
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void withoutASessionAllOfThePersonsEnd() throws IOException {
    long earlier = Instant.now().getEpochSecond() - 60;
    List<Visitor> all = List.of(signedIn("one", earlier), signedIn("two", earlier));
    JsonObject claims = logout();
    claims.remove("sid");
    assertEnded(tell(issuer.token(claims)));
    assertFalse(all.stream().anyMatch(BackChannelLogoutTest::isIn));
    assertTrue(isIn(signedIn("three", claims.getLong("iat") + 1)), "who signs in again is in");
  }

  @Test
  void theSessionAloneIsEnough() throws IOException {
    Visitor visitor = signedIn();
    JsonObject claims = logout();
    claims.remove("sub");
    assertEnded(tell(issuer.token(claims)));
    assertFalse(isIn(visitor));
  }

  @Test
  void whatIsToldTwiceIsDoneOnce() throws IOException {
    String token = issuer.token(logout());
    try (LogLines trail = new LogLines("portico.audit")) {
      assertEnded(tell(token));
      assertEnded(tell(token));
      assertEquals(1, trail.all().size(), () -> trail.all().toString());
    }
    assertEquals(1, rows());
  }

  private int rows() {
    return database.transaction(
        handle ->
            handle
                .createQuery("select count(*) from ended_session where subject = :subject")
                .bind("subject", subject)
                .mapTo(Integer.class)
                .one());
  }

  /** OpenID Connect RP-Initiated Logout, which not every provider answers by a logout token. */
  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void whoSignsOutHereEndsTheCopiesOfTheSession() {
    Visitor visitor = signedIn();
    Visitor copy = new Visitor();
    copy.cookies().putAll(visitor.cookies());
    Visitor other = signedIn("another-" + session, null);
    try (LogLines trail = new LogLines("portico.audit")) {
      assertEquals(303, visitor.submit("/app", "/app/sign-out").statusCode());
      assertFalse(isIn(copy));
      assertTrue(isIn(other));
      Eventually.equal(1, this::rows);
      assertEquals(1, trail.all().size(), () -> trail.all().toString());
    }
  }

  @Test
  void whoseSessionHasEndedSignsOutWithoutSigningIn() throws IOException {
    Visitor visitor = signedIn();
    String token = visitor.cookies().get("portico-csrf");
    assertEnded(tell(issuer.token(logout())));
    Response out =
        visitor
            .request("Origin", Visitor.PORTAL)
            .contentType(ContentType.URLENC)
            .body("csrf-token=" + token)
            .post("http://127.0.0.1:8081/app/sign-out");
    assertEquals(303, out.statusCode());
    assertEquals(Visitor.PORTAL + "/signed-out", out.header("Location"));
  }

  @Test
  @Holds(Promise.EVERY_DEED_IS_RECORDED)
  void itStandsInThePersonsTrail() throws IOException {
    try (LogLines trail = new LogLines("portico.audit")) {
      assertEnded(tell(issuer.token(logout())));
      JsonObject line = new JsonObject(trail.all().get(0));
      assertEquals(
          List.of("SIGN_OUT", "DONE", subject, "identity provider", "back-channel", "one session"),
          Stream.of("action", "result", "subject", "name", "via", "detail")
              .map(line::getString)
              .toList());
    }
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void anotherReplicaLearnsOfIt() throws IOException {
    Visitor visitor = signedIn();
    SignOuts elsewhere = new SignOuts(new EndedSessions(), table);
    elsewhere
        .end(
            new SessionEnd(
                Optional.of("jti-" + session),
                Optional.of(session),
                Optional.empty(),
                Instant.now()))
        .toCompletableFuture()
        .join();
    elsewhere.stop(null);
    Eventually.equal(false, () -> isIn(visitor));
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void aReplicaThatStartsLearnsOfAllThatEnded() throws IOException {
    assertEnded(tell(issuer.token(logout())));
    EndedSessions known = new EndedSessions();
    SignOuts fresh = new SignOuts(known, table);
    fresh.start(null);
    Eventually.equal(true, () -> known.include(session, subject, Instant.now()));
    fresh.stop(null);
  }

  @Test
  @Holds(Promise.OUTAGES_ARE_BORNE)
  void whileTheDatabaseIsAwayItEndsHereAndSoonElsewhere() {
    Outage outage = new Outage();
    EndedSessions known = new EndedSessions();
    SignOuts replica = new SignOuts(known, outage);
    SessionEnd end =
        new SessionEnd(
            Optional.of("jti-" + session),
            Optional.of(session),
            Optional.of(subject),
            Instant.now());
    outage.away = true;
    assertEquals(
        DatabaseUnavailable.class,
        assertThrows(CompletionException.class, () -> replica.end(end).toCompletableFuture().join())
            .getCause()
            .getClass());
    assertTrue(known.include(session, subject, Instant.now()));
    assertEquals(0, rows());
    outage.away = false;
    replica.start(null);
    Eventually.equal(1, this::rows);
    replica.stop(null);
  }

  @Test
  void oneThatCannotBeWrittenHoldsUpNoOther() {
    Outage outage = new Outage();
    SignOuts replica = new SignOuts(new EndedSessions(), outage);
    outage.away = true;
    for (String sid : new String[] {"unwritable \0", session}) {
      Optional<String> id = Optional.of(UUID.randomUUID().toString());
      SessionEnd end = new SessionEnd(id, Optional.of(sid), Optional.of(subject), Instant.now());
      assertThrows(CompletionException.class, () -> replica.end(end).toCompletableFuture().join());
    }
    outage.away = false;
    replica.start(null);
    Eventually.equal(1, this::rows);
    replica.stop(null);
  }

  /** A table that is away when a test says so. */
  private final class Outage extends EndedSessionTable {
    private volatile boolean away;

    Outage() {
      super(null, null);
    }

    @Override
    void add(List<SessionEnd> ends) {
      if (away) {
        throw Away.unavailable();
      }
      table.add(ends);
    }

    @Override
    List<Stored> storedAfter(Instant time) {
      return List.of();
    }
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void onlyTheProviderEndsSessions() throws Exception {
    Visitor visitor = signedIn();
    assertRefused(
        400,
        "The token's signature is wrong.",
        tell(
            TestIssuer.token(
                logout().encode(), TestIssuer.rsa("rsa"), Map.of("alg", "RS256", "kid", "rsa"))));
    assertRefused(
        400,
        "The token is signed with a key that its issuer does not publish.",
        tell(
            issuer.token(
                logout(), TestIssuer.rsa("other"), AlgorithmIdentifiers.RSA_USING_SHA256)));
    assertRefused(
        400,
        UNVERIFIABLE,
        tell(part("{\"alg\":\"none\",\"kid\":\"rsa\"}") + "." + part(logout().encode()) + "."));
    assertRefused(400, UNVERIFIABLE, tell(signedWithThePublicKey(logout())));
    assertRefused(
        400,
        "The token is of another issuer.",
        tell(issuer.token(logout().put("iss", issuer.address(TestIssuer.API)))));
    assertRefused(
        400,
        "The token is for another audience.",
        tell(issuer.token(logout().put("aud", "portico-api"))));
    assertRefused(
        400,
        "The token has expired.",
        tell(issuer.token(logout().put("exp", Instant.now().getEpochSecond() - 1))));
    JsonObject endless = logout();
    endless.remove("exp");
    assertRefused(400, "The token does not say when it expires.", tell(issuer.token(endless)));
    assertTrue(isIn(visitor));
    assertEquals(0, rows());
  }

  private String signedWithThePublicKey(JsonObject claims) throws Exception {
    String signed = part("{\"alg\":\"HS256\",\"kid\":\"rsa\"}") + "." + part(claims.encode());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(issuer.rsa().getPublicKey().getEncoded(), "HmacSHA256"));
    return signed
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void otherTokensOfTheProviderEndNothing() throws IOException {
    Visitor visitor = signedIn();
    JsonObject idToken =
        issuer.claims(REALM).put("aud", "portico").put("sub", subject).put("sid", session);
    assertRefused(
        400, "The token is no logout token.", tell(issuer.token(idToken.copy().put("nonce", "n"))));
    JsonObject accessToken = idToken.put("jti", "j").put("scope", "openid");
    assertRefused(400, "The token is no logout token.", tell(issuer.token(accessToken)));
    assertTrue(isIn(visitor));
  }

  @Test
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void aLogoutTokenOpensNothing() throws IOException {
    String token = issuer.token(logout().put("aud", JsonArray.of("portico", "portico-api")));
    assertEquals(
        401,
        send(
                "GET /api/mlflow/churn/api/2.0/mlflow/experiments/search?max_results=1 HTTP/1.1",
                "",
                "Authorization: Bearer " + token)
            .status());
  }

  @Test
  void keysOfEveryKindAreTaken() throws IOException {
    assertEnded(
        tell(
            issuer.token(
                logout(), issuer.ec(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)));
  }

  @Test
  @Holds(Promise.NO_FORGED_WRITES)
  void whoSendsItDoesNotCount() throws IOException {
    Visitor visitor = signedIn();
    String cookies = "Cookie: q_session=" + visitor.cookies().get("q_session");
    assertRefused(400, "The form has not one logout_token.", post("", FORM, cookies));
    assertTrue(isIn(visitor));
    RawHttp.Response foreign =
        post(
            "logout_token=" + issuer.token(logout()), FORM, cookies, "Origin: http://evil.example");
    assertEnded(foreign);
    assertTrue(foreign.header("Set-Cookie").isEmpty());
    assertFalse(isIn(visitor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void itIsPosted(String method) throws IOException {
    RawHttp.Response answer = send(method + " /sign-out/back-channel HTTP/1.1", "", FORM);
    assertEquals(405, answer.status());
    assertEquals("POST", answer.header("Allow").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/json",
        "Content-Type: multipart/form-data",
        "X-No: type"
      })
  void itIsAForm(String type) throws IOException {
    String body = new JsonObject().put("logout_token", issuer.token(logout())).encode();
    assertRefused(400, "This takes application/x-www-form-urlencoded.", post(body, type));
    assertEquals(0, rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "token=x", "logout_token=x&logout_token=x", "LOGOUT_TOKEN=x", "&&&=;%00"})
  void theFormHasOneToken(String form) throws IOException {
    assertRefused(400, "The form has not one logout_token.", post(form, FORM));
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    assertRefused(400, "The form cannot be read.", post("logout_token=%zz", FORM));
    for (String token :
        new String[] {"", "a.b", "a.b.c", "..", "%00.%00.%00", "💥.💥.💥", "e30.W10.x"}) {
      assertRefused(
          400,
          "The token is neither one of this portal's nor a signed JWT.",
          tell(URLEncoder.encode(token, UTF_8).replace("%25", "%")));
    }
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void whatIsTooLargeIsRefused() throws IOException {
    assertRefused(400, "The token is longer than 16 KiB.", tell("a".repeat(16 * 1024 + 1)));
    String large = "logout_token=" + "a".repeat(BackChannelLane.MAX_BYTES);
    assertRefused(413, "The request is larger than 20 KiB.", post(large, FORM));
    try (RawHttp connection = new RawHttp(8081)) {
      connection.write(
          "POST /sign-out/back-channel HTTP/1.1\r\nHost: portico.localhost:8081\r\n"
              + FORM
              + "\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int chunk = 0; chunk < 21; chunk++) {
        connection.write("400\r\n" + "a".repeat(0x400) + "\r\n");
      }
      assertEquals(413, connection.read().status(), "without an end");
    }
  }

  @Test
  void otherHostsAreNotAnswered() throws IOException {
    assertEquals(
        421,
        RawHttp.send(
                8081,
                "POST /sign-out/back-channel HTTP/1.1",
                "Host: evil.example",
                FORM,
                "Content-Length: 0")
            .status());
  }
}
