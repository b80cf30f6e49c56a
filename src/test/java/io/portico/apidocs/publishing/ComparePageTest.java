package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.PAGE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ComparePageTest {
  private static final String COMPARE = PAGE + "/compare";
  private static final String MARKUP = "<script>alert(1)</script>";
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\">Next places<");
  private static final Pattern WHOLE = Pattern.compile("href=\"([^\"]+)\">See all of ");

  @Inject OrdersApi orders;

  private final Visitor viewer = Visitor.signedInAs("lead");

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String compared(String from, String to, String more) {
    Response page = viewer.get(COMPARE + "?from=" + encoded(from) + "&to=" + encoded(to) + more);
    page.then().statusCode(200);
    return page.asString();
  }

  private static int places(String page) {
    return page.split("class=\"card changed-place\"", -1).length - 1;
  }

  private static String found(Pattern link, String page) {
    Matcher matcher = link.matcher(page);
    assertTrue(matcher.find(), page);
    return matcher.group(1).replace("&amp;", "&");
  }

  private static void counts(String page, int added, int changed, int removed) {
    String one = "<dt>%s</dt><dd>%d</dd>";
    for (String count :
        List.of(
            one.formatted("Added", added),
            one.formatted("Changed", changed),
            one.formatted("Removed", removed))) {
      assertTrue(page.contains(count), count);
    }
  }

  @Test
  void whoAsksForNoSideSeesWhatTheDraftHasChanged() {
    Response page = viewer.get(COMPARE);
    page.then()
        .statusCode(200)
        .body(containsString("From stage prod, version 2026-01 to the draft"));
    counts(page.asString(), 7, 1, 0);
    assertEquals(8, places(page.asString()));
    assertTrue(page.asString().contains("8 places differ."));
  }

  @Test
  void sidesMayBeTurnedRound() {
    counts(compared("draft", "version:2026-01", ""), 0, 1, 7);
    String page = compared("version:2026-01", "stage:test", "");
    assertTrue(page.contains("From version 2026-01 to stage test, version 2026-02"));
    counts(page, 5, 1, 0);
  }

  @Test
  void whatIsTheSameSaysSo() {
    assertTrue(compared("version:2026-01", "stage:prod", "").contains("No difference"));
  }

  @Test
  void wordsThatDifferAreMarkedAndMarkupIsText() {
    orders.write(Location.api(), "{\"description\":\"The old " + MARKUP + " text\"}");
    orders.make("3.0");
    orders.show("prod", "3.0");
    orders.write(
        Location.api(),
        "{\"description\":\"The new " + MARKUP + " text\",\"x-" + MARKUP + "\":[1]}");
    String page = compared("stage:prod", "draft", "");
    assertTrue(page.contains("<td class=\"was\">The <del>old</del> &lt;script&gt;"), page);
    assertTrue(page.contains("<td class=\"is\">The <ins>new</ins> &lt;script&gt;"), page);
    assertTrue(page.contains("x-&lt;script&gt;"));
    assertFalse(page.contains(MARKUP));
  }

  @Test
  void whatIsNoTextIsComparedAsJson() {
    orders.write(Location.api(), "{\"tags\":[\"a\"],\"n\":1,\"e\":\"x\"}");
    orders.make("3.0");
    orders.show("prod", "3.0");
    orders.write(Location.api(), "{\"tags\":[\"a\",\"b\"],\"n\":\"1\",\"e\":\"\"}");
    String page = compared("stage:prod", "draft", "");
    assertTrue(page.contains("<ins>&quot;</ins>1<ins>&quot;</ins>"), page);
    assertTrue(page.contains("<td class=\"is\">  &quot;a&quot;<ins>,</ins></td>"), page);
    assertTrue(page.contains("<td class=\"is\"><ins>  &quot;b&quot;</ins></td>"), page);
    orders.write(Location.api(), "{\"tags\":[\"a\"],\"n\":1,\"e\":\"x\",\"empty\":\"\"}");
    assertTrue(compared("stage:prod", "draft", "").contains("An empty text."));
  }

  @Test
  void kindsAndWordsNarrowWhatIsShown() {
    assertEquals(1, places(compared("version:2026-01", "draft", "&kind=changed")));
    assertEquals(7, places(compared("version:2026-01", "draft", "&kind=added&find=")));
    assertEquals(8, places(compared("version:2026-01", "draft", "&kind=oops")));
    orders.fill(3);
    String one = compared("version:2026-01", "draft", "&find=TEXT+2");
    assertEquals(1, places(one));
    assertTrue(one.contains("1 of 11 places that differ match the filter"), one);
    assertTrue(
        compared("version:2026-01", "draft", "&find=" + encoded(MARKUP))
            .contains("No difference matches this filter"));
  }

  @Test
  void thousandsOfPlacesComeInPages() {
    orders.fill(1_900);
    String page = compared("version:2026-01", "draft", "&find=filled");
    assertEquals(25, places(page));
    assertTrue(page.contains("Places 1 to 25 of 1900 that match"), page.substring(0, 2_000));
    assertTrue(page.length() < 100_000);
    Response next = viewer.get(found(NEXT, page));
    next.then().statusCode(200).body(containsString("Places 26 to 50 of 1900"));
    assertTrue(
        compared("version:2026-01", "draft", "&find=filled&page=999999")
            .contains("Places 1876 to 1900 of 1900"));
    for (String odd : List.of("0", "-1", "x", "99999999999999999999", "")) {
      assertTrue(
          compared("version:2026-01", "draft", "&find=filled&page=" + odd)
              .contains("Places 1 to 25"));
    }
  }

  @Test
  void aLongTextIsShownWholeAlone() {
    Location place = new Location(LocationType.RESOURCE, "/filled", "", "", "");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("Line ").append(i).append("\\n");
    }
    orders.write(place, "{\"description\":\"" + text + "\"}");
    String page = compared("version:2026-01", "draft", "");
    assertTrue(page.contains("Line 10"));
    assertFalse(page.contains("Line 2999"));
    assertTrue(page.contains("This is not all."));
    Response whole = viewer.get(found(WHOLE, page));
    whole.then().statusCode(200).body(containsString("Line 2999"));
    assertEquals(1, places(whole.asString()));
  }

  @Test
  void aTextOfNothingButLinesDoesNotFillThePage() {
    Location place = new Location(LocationType.RESOURCE, "/filled", "", "", "");
    orders.write(place, "{\"description\":\"" + "\\n".repeat(30_000) + "\"}");
    String page = compared("version:2026-01", "draft", "&type=RESOURCE&path=/filled");
    assertTrue(page.contains("There is more than a page can show."));
    assertTrue(page.length() < 2_000_000);
  }

  @Test
  void aVersionThatNobodyKnowsSaysWhatWouldMakeItKnown() {
    orders.make("3.0");
    String page = compared("version:3.0", "draft", "");
    assertTrue(page.contains("It is not known what version 3.0 says"));
    assertTrue(page.contains("Show it on a stage once"));
    assertEquals(0, places(page));
  }

  @Test
  void aStageWithoutDocumentationSaysNothing() {
    Visitor editor = Visitor.signedInAs("editor");
    editor
        .get("/app/apis/loyaltyap1/compare")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("From stage prod, no version to the draft"),
                containsString("<dt>Added</dt><dd>3</dd>")));
  }

  @Test
  void oneReadingOfWhatStagesShowIsEnough() {
    viewer.get(COMPARE);
    viewer.get(COMPARE);
    assertEquals(2, orders.calls("GetExport"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage:none", "version:none", "version:../../x", "stage:" + MARKUP})
  void aSideThatIsNotThereSaysSo(String side) {
    String page = compared("draft", side, "");
    assertTrue(page.contains("or no longer."));
    assertTrue(page.contains("<optgroup label=\"Not there\">"));
    assertFalse(page.contains(MARKUP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"drafts", "stage:", "draft:x", "x:y", ":", MARKUP})
  void aSideThatCannotBeIsRefused(String side) {
    viewer
        .get(COMPARE + "?from=" + encoded(side))
        .then()
        .statusCode(422)
        .body(allOf(containsString("Choose what to compare"), not(containsString(MARKUP))));
  }

  @ParameterizedTest
  @MethodSource("io.portico.apidocs.publishing.VersionsPagesTest#hostileNames")
  void aNameMayBeAnything(String name) {
    orders.make(name);
    orders.show("prod", name);
    String page = compared("version:" + name, "version:2026-02", "");
    assertEquals(2, places(page), page);
    assertFalse(page.contains("<script>alert"));
  }

  @ParameterizedTest
  @CsvSource({"lead, 200", "editor, 200", "publisher, 200", "scientist, 404"})
  void whoHasARoleMayCompare(String person, int status) {
    Visitor.signedInAs(person).get(COMPARE).then().statusCode(status);
  }
}
