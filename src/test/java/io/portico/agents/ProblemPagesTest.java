package io.portico.agents;

import static io.portico.agents.Readings.get;
import static io.portico.agents.Readings.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.portal.Problem;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What problems mean. */
@QuarkusTest
class ProblemPagesTest {
  private static String escaped(String text) {
    return text.replace("'", "&#39;");
  }

  private static void assertLeadsToBoth(String address) throws IOException {
    for (String accept : new String[] {"text/markdown", "text/html", "*/*", "image/png"}) {
      Response led = get(address, "Accept: " + accept);
      assertEquals(307, led.status());
      assertEquals(
          "http://portico.localhost:8081"
              + address
              + (accept.equals("text/html") ? "/index.html" : "/index.md"),
          header(led, "Location"));
      assertEquals("Accept", header(led, "Vary"));
    }
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemHasAPage(Problem problem) throws IOException {
    Response markdown = get(problem.path() + "/index.md");
    assertEquals(200, markdown.status());
    assertEquals("text/markdown;charset=UTF-8", header(markdown, "Content-Type"));
    assertTrue(markdown.text().startsWith("# " + problem.title() + "\n"), markdown.text());
    assertTrue(markdown.text().contains("What to do"), markdown.text());
    Response html = get(problem.path() + "/index.html");
    assertEquals(200, html.status());
    assertEquals("text/html;charset=UTF-8", header(html, "Content-Type"));
    assertTrue(html.text().contains("<h1>" + escaped(problem.title()) + "</h1>"), html.text());
    assertTrue(html.text().contains("<code>" + problem.label() + "</code>"), html.text());
    assertLeadsToBoth(problem.path());
  }

  @Test
  void theListHasThemAll() throws IOException {
    Response markdown = get("/docs/problems/index.md");
    assertEquals("text/markdown;charset=UTF-8", header(markdown, "Content-Type"));
    assertEquals("public, max-age=3600", header(markdown, "Cache-Control"));
    Response html = get("/docs/problems/index.html");
    assertEquals("text/html;charset=UTF-8", header(html, "Content-Type"));
    for (Problem problem : Problem.values()) {
      String entry = "[%s](%s/index.md)".formatted(problem.label(), problem.label());
      assertTrue(markdown.text().contains(entry), entry);
      assertTrue(
          html.text().contains("<a href=\"" + problem.path() + "/index.html\">"), problem.label());
    }
    assertLeadsToBoth("/docs/problems");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/problems/nothing",
        "/docs/problems/nothing/index.md",
        "/docs/problems/NOT-FOUND",
        "/docs/problems/not_found",
        "/docs/problems/versions/1/index.md",
        "/docs/problems/prod/openapi.json"
      })
  void noOtherProblemHasOneAndNoApiIsCalledSo(String address) throws IOException {
    assertEquals(404, get(address).status());
  }
}
