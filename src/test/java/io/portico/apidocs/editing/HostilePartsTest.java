package io.portico.apidocs.editing;

import static io.portico.apidocs.editing.LoyaltyApi.AT_REWARDS;
import static io.portico.apidocs.editing.LoyaltyApi.REWARDS;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the editor does with texts that nobody in their right mind writes. */
@QuarkusTest
class HostilePartsTest {
  private static final String SCRIPT = "<script>alert(1)</script>\"'{name}";

  @Inject LoyaltyApi loyalty;

  private final Writer editor = Writer.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void start() {
    loyalty.reset();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aMegabyteIsTooLongAndKept() {
    String text = "{\"description\":\"" + "x".repeat(1 << 20) + "\"}";
    editor
        .save(AT_REWARDS, "as=json", "json=" + text)
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("a part has at most 64 KiB"), containsString("x".repeat(1 << 20))));
    editor
        .save(
            AT_REWARDS, "as=fields", "field:summary=s", "field:description=" + "y".repeat(1 << 20))
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("a part has at most 64 KiB"), containsString("y".repeat(1 << 20))));
    assertEquals(Optional.empty(), loyalty.at(REWARDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"text\"",
        "{\"a\":1,\"a\":2}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{} {}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\u0000\"}",
        "{\"<script>alert(1)</script>\":oops}"
      })
  void whatIsNoObjectIsRefusedAndKept(String json) {
    editor
        .save(AT_REWARDS, "as=json", "json=" + json)
        .then()
        .statusCode(422)
        .body(allOf(containsString("aria-invalid"), not(containsString("<script>alert"))));
    assertEquals(Optional.empty(), loyalty.at(REWARDS));
  }

  @Test
  void whatIsDeeperThanAnyThoughtIsRefused() {
    editor
        .save(AT_REWARDS, "as=json", "json={\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}")
        .then()
        .statusCode(422)
        .body(containsString("no deeper than"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"__proto__\":{\"polluted\":true},\"constructor\":1}",
        "{\"n\":1e999999,\"m\":-0.10E-5}",
        "{\"description\":\"\\u0000\"}",
        "{\"a\":\"\ud83d\ude80\"}",
        "{\"\":\"\"}"
      })
  void whatJsonAllowsIsKeptAsItIs(String json) {
    editor.save(AT_REWARDS, "as=json", "json=" + json).then().statusCode(303);
    assertEquals(Optional.of(json), loyalty.at(REWARDS));
    editor
        .save(AT_REWARDS, "as=fields", "seen=" + json, "field:summary=List", "field:description=")
        .then()
        .statusCode(303);
    assertEquals(
        Optional.of(json.substring(0, json.length() - 1) + ",\"summary\":\"List\"}"),
        loyalty.at(REWARDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%ED%A0%80", "%C0%AF", "caf%E9"})
  void bytesThatAreNoTextAreNotGuessedAt(String bytes) {
    for (String form :
        List.of(
            "as=fields&field:summary=" + bytes,
            "as=json&json=" + encoded("{\"summary\":\"") + bytes + encoded("\"}"))) {
      editor
          .postRaw("", AT_REWARDS, form)
          .then()
          .statusCode(422)
          .body(containsString("A character could not be read"));
    }
    assertEquals(Optional.empty(), loyalty.at(REWARDS));
  }

  @Test
  void aCharacterThatWasUnreadableBeforeMayStay() {
    loyalty.write(REWARDS, "{\"description\":\"\ufffd\"}");
    editor
        .save(
            AT_REWARDS,
            "as=fields",
            "seen={\"description\":\"\ufffd\"}",
            "field:summary=List",
            "field:description=\ufffd")
        .then()
        .statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "a%1Bb", "a%0Ab"})
  void controlCharactersHaveNoPlaceInALine(String bytes) {
    editor
        .postRaw("", AT_REWARDS, "as=fields&field:summary=" + bytes)
        .then()
        .statusCode(422)
        .body(containsString("Leave out control characters"));
  }

  @Test
  void markupIsText() {
    String json =
        "{\"summary\":\"%1$s\",\"x-%1$s\":\"%1$s\",\"description\":\"%1$s\",\"tags\":[\"%1$s\"]}"
            .formatted(SCRIPT.replace("\"", "\\\""));
    String at = "type=MODEL&name=" + encoded(SCRIPT);
    for (String place : List.of(AT_REWARDS, at)) {
      editor.save(place, "as=json", "json=" + json).then().statusCode(303);
      for (String as : List.of("fields", "json")) {
        assertFalse(editor.page(place + "&as=" + as).contains("<script>alert"));
      }
      editor
          .save(place, "as=fields", "field:description=" + SCRIPT)
          .then()
          .statusCode(409)
          .body(not(containsString("<script>alert")));
    }
    String nowhere = "type=RESOURCE&path=" + encoded(SCRIPT) + "&method=" + encoded(SCRIPT);
    editor
        .visitor()
        .get(Writer.PARTS + "?" + nowhere)
        .then()
        .statusCode(422)
        .body(not(containsString("<script>alert")));
  }

  @Test
  void hiddenFieldsThatNoPageSentAreRefused() {
    editor.save(AT_REWARDS, "as=fields", "seen={oops", "field:summary=x").then().statusCode(400);
    assertEquals(Optional.empty(), loyalty.at(REWARDS));
  }

  @Test
  void aFormOfNothingIsRefused() {
    editor.postRaw("", AT_REWARDS, "").then().statusCode(422);
    editor.postRaw("/delete", AT_REWARDS, "").then().statusCode(200);
    editor.postRaw("/check", AT_REWARDS, "").then().statusCode(200);
    editor.postRaw("/markdown", AT_REWARDS, "").then().statusCode(200);
    editor.postRaw("/form", AT_REWARDS, "").then().statusCode(200);
    assertTrue(editor.page(AT_REWARDS).contains("Nothing is written about it yet"));
  }
}
