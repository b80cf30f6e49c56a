package io.portico.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What StaticFilesIT relies on: a static file that changes has another name. */
@QuarkusTest
class StaticFilesTest {
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/static/[^\"]*)\"");
  private static final Pattern HASHED =
      Pattern.compile("/static/bundle/[a-z]+-[0-9A-Z]{8}\\.(js|css)");

  private static Set<String> filesOf(String page) {
    return FILE.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "lead, /app",
    "lead, /app/mlflow/churn",
    "editor, /app/apis/ordersapi1",
    "editor, /app/apis/ordersapi1/preview",
    "editor, /app/apis/nothing",
    "editor, /signed-out",
    "editor, /problems"
  })
  void pagesNameFilesByTheirContent(String person, String page) {
    Set<String> files = filesOf(Visitor.signedInAs(person).get(page).asString());
    assertTrue(files.size() >= 3, page + " names " + files);
    for (String file : files) {
      assertTrue(HASHED.matcher(file).matches(), file);
    }
  }

  @Test
  void theThemeIsAClassicScriptAheadOfTheFirstPaint() {
    String page = Visitor.signedInAs("lead").get("/app").asString();
    MatchResult tag =
        Pattern.compile("<script src=\"(/static/bundle/theme-[^\"]+)\"></script>")
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow();
    given()
        .header("Host", Visitor.PORTAL.substring("http://".length()))
        .get("http://127.0.0.1:8081" + tag.group(1))
        .then()
        .body(containsString("portico:theme"))
        .body(not(containsString("import")))
        .body(not(containsString("export")));
  }

  /** Also those with a status or headers of their own. */
  @ParameterizedTest
  @CsvSource({"/app, 200", "/app/mlflow/churn, 200", "/app/nothing, 404"})
  void pagesAreCompressedForWhoeverReadsIt(String page, int status) throws IOException {
    RawHttp.Response answer = get(page, "Accept-Encoding: gzip");
    assertEquals(status, answer.status());
    assertEquals("gzip", answer.header("Content-Encoding").orElseThrow());
    RawHttp.Response plain = get(page, "Accept-Encoding: identity");
    assertFalse(plain.header("Content-Encoding").isPresent());
    assertTrue(plain.text().contains("</html>"), plain.text());
    assertTrue(answer.body().length < plain.body().length / 2, "less than half");
  }

  private static RawHttp.Response get(String path, String coding) throws IOException {
    String cookies =
        Visitor.signedInAs("lead").cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return RawHttp.send(
        8081,
        "GET " + path + " HTTP/1.1",
        "Host: " + Visitor.PORTAL.substring("http://".length()),
        "Accept: text/html",
        coding,
        "Cookie: " + cookies);
  }
}
