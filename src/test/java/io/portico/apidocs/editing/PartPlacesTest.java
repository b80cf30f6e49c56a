package io.portico.apidocs.editing;

import static io.portico.apidocs.editing.LoyaltyApi.AT_ACCOUNT;
import static io.portico.apidocs.editing.LoyaltyApi.AT_REWARDS;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose text a place shows, and which places there are. */
@QuarkusTest
class PartPlacesTest {
  private static final String NOT_FOUND =
      "type=RESPONSE&path=%2Fvouchers&method=GET&statusCode=404";
  private static final Location ALL_NOT_FOUND =
      new Location(LocationType.RESPONSE, "/", "*", "404", "");
  private static final String AT_ALL_NOT_FOUND = "type=RESPONSE&statusCode=404";
  private static final Location ONE_NOT_FOUND =
      new Location(LocationType.RESPONSE, "/accounts/{accountId}", "GET", "404", "");
  private static final String AT_ONE_NOT_FOUND =
      "type=RESPONSE&path=%2Faccounts%2F%7BaccountId%7D&method=GET&statusCode=404";

  private static final Pattern NEXT = Pattern.compile("parts\\?([^\"]+)\" accesskey=\"n\"");

  @Inject LoyaltyApi loyalty;

  private final Writer editor = Writer.signedInAs("editor");

  @BeforeEach
  @AfterEach
  void start() {
    loyalty.reset();
  }

  @Test
  void aDeletedTextGivesWayToTheInheritedOne() {
    loyalty.write(ALL_NOT_FOUND, "{\"description\":\"There is no such thing.\"}");
    loyalty.write(ONE_NOT_FOUND, "{\"description\":\"No account.\"}");
    editor
        .visitor()
        .get(Writer.PARTS + "/delete?" + AT_ONE_NOT_FOUND)
        .then()
        .statusCode(200)
        .body(containsString("takes the text of Response 404 of * /"));
    editor
        .post("/delete", AT_ONE_NOT_FOUND, "seen={\"description\":\"No account.\"}")
        .then()
        .statusCode(303);
    assertEquals(Optional.empty(), loyalty.at(ONE_NOT_FOUND));
    String page = editor.page(AT_ONE_NOT_FOUND);
    assertTrue(page.contains("It takes the text of"));
    assertTrue(page.contains("<p>There is no such thing.</p>"));
    assertFalse(page.contains("data-save"));
    assertTrue(
        editor
            .page(AT_ONE_NOT_FOUND + "&start=copy")
            .contains("There is no such thing.</textarea>"));
    assertFalse(editor.page(AT_ONE_NOT_FOUND + "&start=empty").contains("There is no such thing."));
  }

  @Test
  void aSharedTextSaysWhoTakesIt() {
    assertTrue(editor.page(AT_ALL_NOT_FOUND).contains("One place takes the text that stands here"));
    loyalty.write(ALL_NOT_FOUND, "{\"description\":\"None.\"}");
    String page = editor.page(AT_ALL_NOT_FOUND);
    assertTrue(page.contains("others take its text"));
    assertTrue(page.contains("Response 404 of GET /accounts/{accountId}"));
  }

  @Test
  void placesThatTheApiDoesNotHaveCanBeDocumented() {
    assertTrue(editor.page(NOT_FOUND).contains("The API has nothing at exactly this place"));
    editor.save(NOT_FOUND, "as=fields", "field:description=Later").then().statusCode(303);
    assertTrue(editor.page(NOT_FOUND).contains("An orphan"));
  }

  @Test
  void aPlaceThatNoApiCanHaveIsExplainedAtItsFields() {
    editor
        .visitor()
        .get(Writer.PARTS + "?type=METHOD&path=pets&method=get&statusCode=200")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("Write the path from its first slash"),
                containsString("METHOD has no statusCode"),
                containsString("name=\"path\" value=\"pets\"")));
    assertTrue(editor.page("type=").contains("Document another place"));
    editor.save("type=RESPONSE&statusCode=2XX").then().statusCode(422);
  }

  @Test
  void theNextUndocumentedPlaceIsOneLinkAwayAndAfterTheLastComesTheFirst() {
    assertEquals(
        "type=QUERY_PARAMETER&amp;path=%2Frewards&amp;method=GET&amp;name=category",
        next(AT_REWARDS));
    String place = "type=API";
    Set<String> seen = new LinkedHashSet<>();
    while (seen.add(place)) {
      place = next(place).replace("&amp;", "&");
    }
    assertEquals("type=API", seen.iterator().next());
    assertEquals(seen.stream().skip(1).findFirst(), Optional.of(place));
    assertTrue(seen.contains(AT_REWARDS));
    assertFalse(seen.contains(AT_ACCOUNT), "it is documented");
  }

  private String next(String query) {
    Matcher link = NEXT.matcher(editor.page(query));
    assertTrue(link.find());
    return link.group(1);
  }
}
