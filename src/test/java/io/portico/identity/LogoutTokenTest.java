package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a logout token has to say, begun with the example of OpenID Connect Back-Channel Logout. */
class LogoutTokenTest {
  private static final String EXAMPLE =
      """
      {
       "iss": "https://server.example.com",
       "sub": "248289761001",
       "aud": "s6BhdRkqt3",
       "iat": 1471566154,
       "exp": 1471569754,
       "jti": "bWJq",
       "sid": "08a5019c-17e1-4977-8f42-65a12843ea02",
       "events": {
         "http://schemas.openid.net/event/backchannel-logout": {}
         }
      }
      """;

  private static final Instant NOW = Instant.ofEpochSecond(1471566154);
  private static final Optional<String> ID = Optional.of("bWJq");
  private static final String KIND = "The token is no logout token.";
  private static final String AUDIENCE = "The token is for another audience.";
  private static final String TIME = "The token was not issued just now.";

  private static JsonObject example() {
    return new JsonObject(EXAMPLE);
  }

  private static SessionEnd parse(JsonObject claims) {
    return parse(new JsonObject().put("alg", "RS256"), claims);
  }

  private static SessionEnd parse(JsonObject header, JsonObject claims) {
    return LogoutToken.parse(part(header) + "." + part(claims) + ".c2ln", "s6BhdRkqt3", NOW);
  }

  private static String part(JsonObject json) {
    byte[] bytes = json.encode().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void assertRefused(String reason, JsonObject claims) {
    assertEquals(reason, assertThrows(InvalidToken.class, () -> parse(claims)).getMessage());
  }

  private static JsonObject without(String claim) {
    JsonObject claims = example();
    claims.remove(claim);
    return claims;
  }

  @Test
  void theExampleNamesOneSession() {
    assertEquals(
        new SessionEnd(
            Optional.of("bWJq"),
            Optional.of("08a5019c-17e1-4977-8f42-65a12843ea02"),
            Optional.of("248289761001"),
            NOW),
        parse(example()));
  }

  @Test
  void theSessionOrTheSubjectIsEnough() {
    assertEquals(Optional.empty(), parse(without("sid")).session());
    assertEquals(Optional.empty(), parse(without("sub")).subject());
    JsonObject neither = without("sid");
    neither.remove("sub");
    assertRefused("The token names neither a session nor a subject.", neither);
    assertRefused("The token names neither a session nor a subject.", neither.put("sid", " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "logout+jwt", "LOGOUT+JWT", "application/logout+jwt"})
  void theHeadersTypeMayBeTold(String type) {
    assertEquals(ID, parse(new JsonObject().put("typ", type), example()).token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "secevent+jwt", "id_token+jwt"})
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void anotherTypeIsRefused(String type) {
    JsonObject header = new JsonObject().put("typ", type);
    assertEquals(
        KIND, assertThrows(InvalidToken.class, () -> parse(header, example())).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID", "Bearer", "Refresh", "Offline"})
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void whatKeycloakCallsSomethingElseIsRefused(String type) {
    assertEquals(ID, parse(example().put("typ", "Logout")).token());
    assertRefused(KIND, example().put("typ", type));
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void withoutTheEventItIsNone() {
    String event = "http://schemas.openid.net/event/backchannel-logout";
    assertRefused(KIND, without("events"));
    assertRefused(KIND, example().put("events", event));
    assertRefused(KIND, example().put("events", JsonArray.of(event)));
    assertRefused(KIND, example().put("events", new JsonObject()));
    assertRefused(KIND, example().put("events", new JsonObject().put(event, "")));
    assertRefused(KIND, example().put("events", new JsonObject().putNull(event)));
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void aNonceMakesItAnIdToken() {
    assertRefused(KIND, example().put("nonce", "n-0S6_WzA2Mj"));
    assertRefused(KIND, example().putNull("nonce"));
  }

  @Test
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void itIsForThePortalAlone() {
    assertEquals(ID, parse(example().put("aud", JsonArray.of("other", "s6BhdRkqt3"))).token());
    assertRefused(AUDIENCE, without("aud"));
    assertRefused(AUDIENCE, example().put("aud", "s6BhdRkqt"));
    assertRefused(AUDIENCE, example().put("aud", JsonArray.of()));
    assertRefused(AUDIENCE, example().put("aud", new JsonObject().put("s6BhdRkqt3", true)));
  }

  @Test
  void itWasIssuedJustNow() {
    long now = NOW.getEpochSecond();
    assertEquals(NOW.minusSeconds(300), parse(example().put("iat", now - 300)).at());
    assertEquals(NOW.plusSeconds(30), parse(example().put("iat", now + 30)).at());
    assertRefused(TIME, example().put("iat", now - 301));
    assertRefused(TIME, example().put("iat", now + 31));
    assertRefused(TIME, example().put("iat", now * 1000));
    assertRefused("The token does not say when it was issued.", without("iat"));
    assertRefused("The token does not say when it was issued.", example().put("iat", "now"));
  }

  @Test
  void itHasAnIdAndTextsThatCanBeKept() {
    assertRefused("The token has no jti.", without("jti"));
    assertRefused("The token's jti is no text of 255 characters or less.", example().put("jti", 7));
    assertRefused(
        "The token's sid is no text of 255 characters or less.", example().put("sid", "a\0"));
    assertRefused(
        "The token's sub is no text of 255 characters or less.",
        example().put("sub", "s".repeat(256)));
  }
}
