package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser fetches a static file once, and never asks for it again. */
@Tag("demo")
class StaticFilesIT {
  private static final String PORTAL = "portico.localhost:" + PackagedDemo.PORT;
  private static final String MLFLOW = "mlflow." + PORTAL;

  /** Not data, as the mark is. */
  private static final Pattern FILE =
      Pattern.compile("<(?:script|link|img)[^>]* (?:src|href)=\"((?!data:)[^\"]+)\"");

  @Test
  void browsersKeepWhatPagesAndTheFrameLoad() throws Exception {
    try (PackagedDemo demo = PackagedDemo.start()) {
      Map<String, String> pages = Map.of("/app", "lead", "/app/apis/ordersapi1/preview", "editor");
      for (Map.Entry<String, String> page : pages.entrySet()) {
        String cookie = "Cookie: " + demo.session(page.getValue());
        assertKept(PORTAL, "", get(PORTAL, page.getKey(), cookie).text(), cookie, 3);
      }
      String frame = demo.frameCookie("lead", "churn");
      String server = "/mlflow/churn/";
      assertKept(MLFLOW, server, get(MLFLOW, server, frame).text(), frame, 3);
    }
  }

  /**
   * Looks at each file of a page.
   *
   * @param base ahead of the addresses that the page names
   */
  private static void assertKept(String host, String base, String page, String cookie, int least)
      throws IOException {
    List<String> files = FILE.matcher(page).results().map(file -> file.group(1)).toList();
    assertTrue(files.size() >= least, page);
    for (String file : files) {
      RawHttp.Response answer = get(host, base + file, cookie);
      assertEquals(200, answer.status(), file);
      String control = answer.header("Cache-Control").orElseThrow();
      assertTrue(control.contains("immutable"), file + ": " + control);
      assertTrue(control.contains("max-age=31536000"), file + ": " + control);
    }
  }

  private static RawHttp.Response get(String host, String target, String cookie)
      throws IOException {
    return RawHttp.send(
        PackagedDemo.PORT,
        "GET " + target + " HTTP/1.1",
        "Host: " + host,
        "Accept: text/html",
        cookie);
  }
}
