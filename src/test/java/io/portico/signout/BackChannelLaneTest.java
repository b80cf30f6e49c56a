package io.portico.signout;

import static io.portico.signout.Provider.FORM;
import static io.portico.signout.Provider.REALM;
import static io.portico.signout.Provider.assertEnded;
import static io.portico.signout.Provider.isIn;
import static io.portico.signout.Provider.post;
import static io.portico.signout.Provider.send;
import static io.portico.signout.Provider.tell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which logout tokens are taken, from whom, and in which form. */
@QuarkusTest
@TestProfile(Provider.OneCompany.class)
class BackChannelLaneTest {
  private static final String UNVERIFIABLE = "The token cannot be verified.";

  @Inject Provider provider;
  @Inject TestIssuer issuer;

  private static void assertRefused(int status, String reason, RawHttp.Response answer) {
    assertEquals(status, answer.status(), answer.text());
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertEquals("application/json", answer.header("Content-Type").orElseThrow());
    assertEquals(
        new JsonObject().put("error", "invalid_request").put("error_description", reason),
        new JsonObject(answer.text()));
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void onlyTheProviderEndsSessions() throws Exception {
    Visitor visitor = provider.signedIn();
    assertRefused(
        400,
        "The token's signature is wrong.",
        tell(
            TestIssuer.token(
                provider.logout().encode(),
                TestIssuer.rsa("rsa"),
                Map.of("alg", "RS256", "kid", "rsa"))));
    assertRefused(
        400,
        "The token is signed with a key that its issuer does not publish.",
        tell(
            issuer.token(
                provider.logout(),
                TestIssuer.rsa("other"),
                AlgorithmIdentifiers.RSA_USING_SHA256)));
    assertRefused(
        400,
        UNVERIFIABLE,
        tell(
            part("{\"alg\":\"none\",\"kid\":\"rsa\"}")
                + "."
                + part(provider.logout().encode())
                + "."));
    assertRefused(400, UNVERIFIABLE, tell(signedWithThePublicKey(provider.logout())));
    assertRefused(
        400,
        "The token is of another issuer.",
        provider.tell(provider.logout().put("iss", issuer.address(TestIssuer.API))));
    assertRefused(
        400,
        "The token is for another audience.",
        provider.tell(provider.logout().put("aud", "portico-api")));
    assertRefused(
        400,
        "The token has expired.",
        provider.tell(provider.logout().put("exp", Instant.now().getEpochSecond() - 1)));
    JsonObject endless = provider.logout();
    endless.remove("exp");
    assertRefused(400, "The token does not say when it expires.", provider.tell(endless));
    assertTrue(isIn(visitor));
    assertEquals(0, provider.rows());
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
    Visitor visitor = provider.signedIn();
    JsonObject idToken =
        issuer
            .claims(REALM)
            .put("aud", "portico")
            .put("sub", provider.subject)
            .put("sid", provider.session);
    assertRefused(
        400, "The token is no logout token.", provider.tell(idToken.copy().put("nonce", "n")));
    JsonObject accessToken = idToken.put("jti", "j").put("scope", "openid");
    assertRefused(400, "The token is no logout token.", provider.tell(accessToken));
    assertTrue(isIn(visitor));
  }

  @Test
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void aLogoutTokenOpensNothing() throws IOException {
    String token =
        issuer.token(provider.logout().put("aud", JsonArray.of("portico", "portico-api")));
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
                provider.logout(),
                issuer.ec(),
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)));
  }

  @Test
  @Holds(Promise.NO_FORGED_WRITES)
  void whoSendsItDoesNotCount() throws IOException {
    Visitor visitor = provider.signedIn();
    String cookies = "Cookie: q_session=" + visitor.cookies().get("q_session");
    assertRefused(400, "The form has not one logout_token.", post("", FORM, cookies));
    assertTrue(isIn(visitor));
    RawHttp.Response foreign =
        post(
            "logout_token=" + issuer.token(provider.logout()),
            FORM,
            cookies,
            "Origin: http://evil.example");
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
    String body = new JsonObject().put("logout_token", issuer.token(provider.logout())).encode();
    assertRefused(400, "This takes application/x-www-form-urlencoded.", post(body, type));
    assertEquals(0, provider.rows());
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
