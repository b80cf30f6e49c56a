package io.portico.mlflow.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Wherever an upstream sends somebody, it is to that upstream's place on our side or nowhere. */
class UpstreamLocationFuzzTest {
  private static final URI ASKED = URI.create("https://mlflow.example/static-files/a?b=c");
  private static final String ORIGIN = "http://mlflow.portico.localhost:8080";
  private static final String PREFIX = "/mlflow/churn";

  @Property
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void aRedirectStaysInsideTheServer(@ForAll("locations") String location) {
    assertStays(location);
  }

  @Test
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void noOpenRedirectLeadsOut() {
    OpenRedirects.all().forEach(UpstreamLocationFuzzTest::assertStays);
    OpenRedirects.all().forEach(to -> assertStays("https://mlflow.example" + to));
    OpenRedirects.all().forEach(to -> assertStays("https://mlflow.example/" + to));
  }

  @FuzzTest
  @DictionaryEntries({"https://mlflow.example", "//", "/../", "%2e%2e", "\\", "@", "?", "#"})
  void aLocationStaysInside(byte[] location) {
    assertStays(new String(location, ISO_8859_1));
  }

  @Provide
  Arbitrary<String> locations() {
    return Pieces.of(
        "https://mlflow.example",
        "https:",
        "//",
        "/",
        "\\",
        "..",
        ".",
        "%2e",
        "%2f",
        "version",
        "@evil.example",
        "evil.example",
        ":8443",
        "?",
        "#",
        "a=b",
        "X-Amz-Signature=1",
        "%",
        "\t");
  }

  private static void assertStays(String location) {
    UpstreamLocation.onOurSide(location, ASKED, PREFIX)
        .ifPresent(
            ours -> {
              URI page = URI.create(ORIGIN + PREFIX + "/static-files/a");
              BrowserUrl read = BrowserUrl.read(ours, page).orElseThrow();
              assertEquals(ORIGIN, read.origin(), ours);
              assertTrue(read.path().startsWith(PREFIX + "/"), ours);
              URI resolved = page.resolve(ours).normalize();
              assertEquals(URI.create(ORIGIN).getRawAuthority(), resolved.getRawAuthority(), ours);
              assertEquals(read.path(), resolved.getRawPath(), ours);
            });
  }
}
