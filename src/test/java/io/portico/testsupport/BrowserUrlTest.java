package io.portico.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our reading of addresses is a browser's: by the standard's steps, and by asking one. */
class BrowserUrlTest {
  private static final String PORTAL = "http://portico.localhost:8081";
  private static final URI PAGE = URI.create(PORTAL + "/app/sign-in");

  @ParameterizedTest
  @CsvSource({
    "/app/x, http://portico.localhost:8081, /app/x",
    "x, http://portico.localhost:8081, /app/x",
    "?a#b, http://portico.localhost:8081, /app/sign-in",
    "/app/%2E./x, http://portico.localhost:8081, /x",
    "http:/app, http://portico.localhost:8081, /app",
    "//evil.example/a, http://evil.example, /a",
    "/\\evil.example, http://evil.example, /",
    "https:evil.example, https://evil.example, /",
    "http:\\\\evil.example\\..\\a, http://evil.example, /a",
    "http://portico.localhost:8081\\@evil.example, http://portico.localhost:8081, /@evil.example",
    "http://portico.localhost:8081@evil.example, http://evil.example, /",
    "//evil\u3002example, http://evil.example, /",
    "javascript:alert(1), javascript:, alert(1)"
  })
  void addressesAreReadAsBrowsersDo(String told, String origin, String path) {
    assertEquals(Optional.of(new BrowserUrl(origin, path)), BrowserUrl.read(told, PAGE));
  }

  @Test
  void aBrowserAgreesOnEachOpenRedirect() {
    List<String> told = OpenRedirects.all();
    try (Browser browser = new Browser()) {
      List<?> stays = stays(browser.newPage(), told);
      for (int i = 0; i < told.size(); i++) {
        boolean ours =
            BrowserUrl.read(told.get(i), PAGE)
                .filter(url -> url.origin().equals(PORTAL))
                .isPresent();
        assertEquals(stays.get(i), ours, told.get(i));
      }
      assertTrue(stays.contains(true) && stays.contains(false));
    }
  }

  private static List<?> stays(Page page, List<String> told) {
    return (List<?>)
        page.evaluate(
            """
            ([told, page]) => told.map(text => {
              try {
                const url = new URL(text, page);
                return url.protocol + url.host === new URL(page).protocol + new URL(page).host;
              } catch {
                return false;
              }
            })""",
            List.of(told, PAGE.toString()));
  }
}
