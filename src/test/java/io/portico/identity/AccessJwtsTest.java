package io.portico.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.TestIssuer;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessJwtsTest {
  private static final String UNVERIFIABLE = "The token cannot be verified.";
  private static final String NO_JWT =
      "The token is neither one of this portal's nor a signed JWT.";
  private static final String UNKNOWN_KEY =
      "The token is signed with a key that its issuer does not publish.";
  private static final PublicJsonWebKey ATTACKERS = TestIssuer.rsa("rsa");

  @Inject AccessJwts jwts;

  @Inject
  @Tenant("dev")
  TenantIdentityProvider dev;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String devServices;

  @Inject TestIssuer issuer;

  private Caller caller(String jwt) throws Exception {
    return await(jwts.callerOf(jwt));
  }

  private static Caller await(CompletionStage<Caller> caller) throws Exception {
    return caller.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private void assertRefused(String reason, String jwt) {
    Throwable cause = assertThrows(ExecutionException.class, () -> caller(jwt)).getCause();
    assertEquals(reason, assertInstanceOf(InvalidToken.class, cause).getMessage());
  }

  private long now() {
    return Instant.now().getEpochSecond();
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"RS256, rsa", "RS512, rsa", "PS256, rsa", "ES256, ec"})
  void signaturesOfTheProviderAreBelieved(String algorithm, String key) throws Exception {
    String jwt =
        issuer.token(issuer.claims(), key.equals("ec") ? issuer.ec() : issuer.rsa(), algorithm);
    assertEquals("nightly-training", caller(jwt).subject());
  }

  @Test
  void groupsAndScopesAreReadFromTheToken() throws Exception {
    JsonObject claims =
        issuer
            .claims()
            .put("name", "Nightly training")
            .put("groups", JsonArray.of("churn-team", "forecasting-readers"))
            .put("scope", "openid mlflow.write");
    assertEquals(
        new Caller(
            "nightly-training",
            "Nightly training",
            Set.of("churn-team", "forecasting-readers"),
            Set.of("openid", "mlflow.write"),
            Optional.empty()),
        caller(issuer.token(claims)));
  }

  @Test
  void inDevelopmentTheProvidersPasswordGrantIsEnough() throws Exception {
    String jwt =
        given()
            .contentType(ContentType.URLENC)
            .formParam("grant_type", "password")
            .formParam("client_id", "portico")
            .formParam("username", "scientist")
            .post(devServices + "/token")
            .path("access_token");
    Caller scientist = await(new AccessJwts(dev).callerOf(jwt));
    assertEquals("scientist", scientist.subject());
    assertEquals(Set.of("churn-team", "forecasting-readers"), scientist.groups());
  }

  @Test
  void oneAudienceOfManyIsEnough() throws Exception {
    JsonObject claims = issuer.claims().put("aud", JsonArray.of("account", "portico-api"));
    assertEquals("nightly-training", caller(issuer.token(claims)).subject());
  }

  @Test
  void clocksMayDifferByHalfAMinute() throws Exception {
    JsonObject claims = issuer.claims().put("iat", now() - 600);
    caller(issuer.token(claims.copy().put("exp", now() - 10)));
    caller(issuer.token(claims.copy().put("nbf", now() + 10)));
    assertRefused("The token has expired.", issuer.token(claims.copy().put("exp", now() - 45)));
    assertRefused(
        "The token is not valid yet.", issuer.token(claims.copy().put("nbf", now() + 45)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"aud\": \"portico\"}                | The token is for another audience.",
        "{\"aud\": \"PORTICO-API\"}            | The token is for another audience.",
        "{\"aud\": null}                       | The token names no audience.",
        "{\"aud\": []}                         | The token is for another audience.",
        "{\"iss\": \"http://127.0.0.1:8096\"}  | The token is of another issuer.",
        "{\"iss\": null}                       | The token names no issuer.",
        "{\"exp\": null}                       | The token does not say when it expires.",
        "{\"exp\": 1}                          | The token has expired.",
        "{\"exp\": \"tomorrow\"}               | The token cannot be verified.",
        "{\"iat\": null}                       | The token does not say when it was issued.",
        "{\"iat\": \"yesterday\"}              | The token cannot be verified.",
        "{\"sub\": null}                       | The token does not say whose it is.",
        "{\"typ\": \"ID\"}                     | The token is no access token.",
        "{\"typ\": \"Refresh\"}                | The token is no access token.",
        "{\"token_use\": \"id\"}               | The token is no access token.",
        "{\"nonce\": \"n\"}                    | The token is no access token.",
        "{\"at_hash\": \"h\"}                  | The token is no access token.",
      })
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void claimsThatAreNotAsTheyMustBeAreNamed(String change, String reason) {
    JsonObject claims = issuer.claims().mergeIn(new JsonObject(change));
    claims.getMap().values().removeIf(Objects::isNull);
    assertRefused(reason, issuer.token(claims));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void anUnsignedTokenIsRefused(String none) {
    String head = part("{\"alg\":\"" + none + "\",\"kid\":\"rsa\"}");
    String unsigned = head + "." + part(issuer.claims().encode()) + ".";
    assertRefused(UNVERIFIABLE, unsigned);
    String signature = issuer.token(issuer.claims()).split("\\.")[2];
    assertRefused(UNVERIFIABLE, unsigned + signature);
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void thePublicKeyIsNoSecretToSignWith() throws Exception {
    byte[] der = issuer.rsa().getPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    for (byte[] secret : new byte[][] {der, pem.getBytes(StandardCharsets.US_ASCII)}) {
      String signed =
          part("{\"alg\":\"HS256\",\"kid\":\"rsa\"}") + "." + part(issuer.claims().encode());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      assertRefused(
          UNVERIFIABLE,
          signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void anotherKeyUnderAKnownIdIsRefused() {
    assertRefused(
        "The token's signature is wrong.", issuer.token(issuer.claims(), ATTACKERS, "RS256"));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String good = issuer.token(issuer.claims());
    String[] parts = good.split("\\.");
    String other = part(issuer.claims().put("sub", "somebody-else").encode());
    assertRefused("The token's signature is wrong.", parts[0] + "." + other + "." + parts[2]);
    for (int i = 0; i < parts[2].length() - 1; i += 17) {
      char flipped = parts[2].charAt(i) == 'A' ? 'B' : 'A';
      String signature = parts[2].substring(0, i) + flipped + parts[2].substring(i + 1);
      assertRefused("The token's signature is wrong.", parts[0] + "." + parts[1] + "." + signature);
    }
  }

  @Test
  void aTokenDoesNotBringItsOwnKey() {
    int fetches = issuer.keyFetches("attacker");
    String keys = issuer.address("attacker") + "/jwks";
    Map<String, Object> jwk = ATTACKERS.toParams(PublicJsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    for (Map<String, Object> header :
        List.<Map<String, Object>>of(
            Map.of("alg", "RS256", "jku", keys),
            Map.of("alg", "RS256", "x5u", keys),
            Map.of("alg", "RS256", "jwk", jwk))) {
      assertRefused(UNKNOWN_KEY, TestIssuer.token(issuer.claims().encode(), ATTACKERS, header));
      Map<String, Object> withKid = new HashMap<>(header);
      withKid.put("kid", "rsa");
      assertRefused(
          "The token's signature is wrong.",
          TestIssuer.token(issuer.claims().encode(), ATTACKERS, withKid));
    }
    assertEquals(fetches, issuer.keyFetches("attacker"));
  }

  @Test
  void aTokenWithoutAKeysIdIsRefused() {
    assertRefused(
        UNKNOWN_KEY,
        TestIssuer.token(issuer.claims().encode(), issuer.rsa(), Map.of("alg", "RS256")));
  }

  @Test
  void aClaimMayNotStandTwice() {
    String claims = issuer.claims().encode();
    String twice = claims.substring(0, claims.length() - 1) + ",\"sub\":\"root\"}";
    assertRefused(
        UNVERIFIABLE, TestIssuer.token(twice, issuer.rsa(), Map.of("alg", "RS256", "kid", "rsa")));
  }

  @Test
  void anEncryptedTokenIsRefused() throws Exception {
    JsonWebEncryption encrypted = new JsonWebEncryption();
    encrypted.setAlgorithmHeaderValue("RSA-OAEP-256");
    encrypted.setEncryptionMethodHeaderParameter("A256GCM");
    encrypted.setKeyIdHeaderValue("rsa");
    encrypted.setKey(issuer.rsa().getPublicKey());
    encrypted.setPayload(issuer.token(issuer.claims()));
    assertRefused(NO_JWT, encrypted.getCompactSerialization());
  }

  @Test
  void anOverlongTokenIsRefused() {
    assertRefused(
        "The token is longer than 16 KiB.",
        issuer.token(issuer.claims().put("padding", "x".repeat(100_000))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "e30.e30.e30",
        "W10.W10.W10",
        "bnVsbA.bnVsbA.bnVsbA",
        "e30=.e30=.e30=",
        "%00.%00.%00",
        "opaque-token",
        "eyJ.eyJ.eyJ",
        "\u0000.\u0000.\u0000",
        "ééé.ééé.ééé"
      })
  void garbageIsRefused(String garbage) {
    Throwable cause = assertThrows(ExecutionException.class, () -> caller(garbage)).getCause();
    assertInstanceOf(InvalidToken.class, cause);
  }

  @Test
  void theTypeInTheHeaderTellsAccessTokensFromOthers() throws Exception {
    for (String type : List.of("JWT", "at+jwt", "application/at+jwt")) {
      caller(typed(type));
    }
    for (String type : List.of("logout+jwt", "dpop+jwt", "id+jwt", "refresh+jwt")) {
      assertRefused("The token is no access token.", typed(type));
    }
  }

  private String typed(String type) {
    return TestIssuer.token(
        issuer.claims().encode(), issuer.rsa(), Map.of("alg", "RS256", "kid", "rsa", "typ", type));
  }

  @Test
  void aTokenBoundToAKeyIsNoBearerToken() {
    assertRefused(
        "The token is bound to a key (RFC 7800), and a bearer shows none.",
        issuer.token(issuer.claims().put("cnf", new JsonObject().put("jkt", "thumbprint"))));
  }
}
