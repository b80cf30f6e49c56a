package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.BrowserUrl;
import io.portico.testsupport.OpenRedirects;
import io.portico.testsupport.Pieces;
import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whoever reads a return address, it is a page of the portal. */
class LocalPathFuzzTest {
  private static final String PORTAL = "http://portico.localhost:8080";

  /** One may come from any page, and of any depth. */
  private static final List<URI> PAGES =
      List.of(URI.create(PORTAL + "/app/sign-in"), URI.create(PORTAL + "/docs/a/b/c/"));

  @Test
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void noOpenRedirectIsAPlaceToGo() {
    List<String> redirects = OpenRedirects.all();
    assertTrue(redirects.size() >= 1_000, "only " + redirects.size());
    redirects.forEach(to -> assertEquals("/app", LocalPath.orHome(to).value(), to));
    redirects.forEach(to -> assertLeadsHere("/app" + to));
    redirects.forEach(to -> assertLeadsHere("/app/" + to));
    redirects.forEach(to -> assertLeadsHere("/app?to=" + to));
  }

  @Property
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void aPlaceToGoIsHereForEveryReader(@ForAll("addresses") String text) {
    assertLeadsHere(text);
  }

  @FuzzTest
  @DictionaryEntries({"/app", "//", "/\\", "/../", "%2f", "@", "?", "http:"})
  void everyReaderIsLedHere(byte[] text) {
    assertLeadsHere(new String(text, UTF_8));
  }

  @Provide
  Arbitrary<String> addresses() {
    return Pieces.of(
            "/..",
            "/./",
            "/a",
            "/",
            "/",
            "\\",
            "app",
            "mlflow",
            ".",
            "..",
            "%2e",
            "%2f",
            "%5c",
            "@",
            ":",
            "?",
            "#",
            "&",
            "=",
            "evil.example",
            "http:",
            "\t",
            "\n",
            "\0",
            " ",
            "\u2215",
            "\uff0f",
            ";")
        .map(text -> "/app" + text);
  }

  private static void assertLeadsHere(String text) {
    LocalPath.parse(text)
        .ifPresent(path -> PAGES.forEach(page -> assertLeadsHere(path.value(), page)));
  }

  private static void assertLeadsHere(String path, URI page) {
    BrowserUrl read = BrowserUrl.read(path, page).orElseThrow();
    assertEquals(PORTAL, read.origin(), path);
    assertTrue(read.path().matches("/app(/.*)?"), path);
    URI resolved = page.resolve(path);
    assertEquals(page.getRawAuthority(), resolved.getRawAuthority(), path);
    assertEquals(read.path(), resolved.normalize().getRawPath(), path);
    assertEquals(URI.create(PORTAL + path), Origin.parse(PORTAL).orElseThrow().resolve(path));
  }
}
