package io.portico.agents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.testsupport.BrowserUrl;
import io.portico.testsupport.Pieces;
import java.net.URI;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever address of a document is asked for, it is one below /docs or none. */
class DocumentAddressFuzzTest {
  private static final URI PORTAL = URI.create("https://portal.example.com/app");

  @Property
  void itIsBelowTheDocumentsOrNone(@ForAll("paths") String path) {
    assertBelowOrNone(path);
  }

  @FuzzTest
  @DictionaryEntries({"/docs/", "versions", "%2e%2e", "%2F", "//", "..", "problems"})
  void anyPathIsBelowOrNone(byte[] path) {
    assertBelowOrNone(new String(path, ISO_8859_1));
  }

  @Provide
  Arbitrary<String> paths() {
    return Pieces.of(
            "/",
            "a1",
            "prod",
            "versions",
            "problems",
            "openapi.json",
            ".",
            "..",
            "%2e",
            "%2F",
            "%5c",
            "\\",
            "%00",
            "%0d%0a",
            "%",
            "%zz",
            "%c0%af",
            "+",
            "%20",
            ";",
            "?",
            "#",
            "é",
            "@")
        .map(rest -> "/docs/a1/" + new String(rest.getBytes(UTF_8), ISO_8859_1));
  }

  private static void assertBelowOrNone(String path) {
    Optional<DocumentAddress> address = DocumentAddress.parse(path);
    address.ifPresent(
        known -> {
          assertEquals(address, DocumentAddress.parse(known.path()), path);
          String redirect = known.at("index.html").path();
          BrowserUrl read = BrowserUrl.read(redirect, PORTAL).orElseThrow();
          assertEquals(new BrowserUrl("https://portal.example.com", redirect), read, path);
          assertTrue(redirect.matches("/docs/[A-Za-z0-9._~%*/-]+"), redirect);
        });
  }
}
