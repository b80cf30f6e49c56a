package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.agents.DocumentAddress.Kind;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that come from outside, in addresses and back. */
class DocumentAddressTest {
  private static Optional<DocumentAddress> parsed(String path) {
    return DocumentAddress.parse(path);
  }

  @Test
  void stagesAndVersionsHaveAddresses() {
    assertEquals(Optional.of(DocumentAddress.ofStage("a1", "prod")), parsed("/docs/a1/prod"));
    assertEquals(
        Optional.of(new DocumentAddress("a1", Kind.VERSION, "1.0", "")),
        parsed("/docs/a1/versions/1.0"));
    assertEquals(
        Optional.of(new DocumentAddress("a1", Kind.VERSION, "1.0", "openapi.json")),
        parsed("/docs/a1/versions/1.0/openapi.json"));
    assertEquals(
        Optional.of(DocumentAddress.ofStage("a1", "versions")), parsed("/docs/a1/versions"));
    assertEquals(
        Optional.of(DocumentAddress.ofStage("a1", "p").at("operations/get/~1a~1{b}.md")),
        parsed("/docs/a1/p/operations/get/~1a~1%7Bb%7D.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/docs",
        "/docs/",
        "/docs/a1",
        "/docs/a1/",
        "/docs//prod",
        "//docs/a1/prod",
        "/docs/a1/prod/",
        "/docs/a1/prod//openapi.json",
        "/docs/a1/..",
        "/docs/../prod",
        "/docs/a1/%2e%2e",
        "/docs/a1/prod/../../x",
        "/docs/a1/prod/%2E",
        "/docs/a1/%",
        "/docs/a1/%zz",
        "/docs/a1/%e2%8",
        "/docs/a1/prod/operations%2Fget%2F~1.md",
        "/app/a1/prod",
        "/docs/problems/not-found",
        "/docs/%70roblems/not-found/index.md",
        "/docs/problems/versions/1"
      })
  void whatCanBeNoAddressIsNone(String path) {
    assertEquals(Optional.empty(), parsed(path));
  }

  @Test
  void aVeryLongPathIsNone() {
    assertEquals(Optional.empty(), parsed("/docs/a1/" + "x".repeat(8_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.0",
        "with space",
        "a/b",
        "a%2Fb",
        "..x",
        "...",
        "%2e%2e",
        "a+b",
        "a&b=c?d#e;f",
        "<script>",
        "\"quoted\"",
        "ünïcödé – 版本",
        "💡",
        "a\\b",
        "a\nb",
        "~tilde",
        "versions",
        "openapi.json"
      })
  void everyNameComesBackAsItWas(String name) {
    for (Kind kind : Kind.values()) {
      DocumentAddress address = new DocumentAddress("a1", kind, name, "openapi.json");
      if (kind == Kind.VERSION || !name.equals("versions")) {
        assertEquals(Optional.of(address), parsed(address.path()));
      }
      assertEquals(address.path(), URI.create(address.path()).getRawPath());
      assertTrue(address.path().chars().allMatch(c -> c > 0x20 && c < 0x7f), address.path());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a",
        "/a/",
        "//",
        "/{proxy+}",
        "/a/../b",
        "/~1",
        "/a%2Fb",
        "/ü b",
        "/.",
        "/a?b"
      })
  void everyOperationHasAnAddress(String path) {
    String document = new OpenApi.Operation(path, null, TestApis.get(path)).document();
    DocumentAddress address = DocumentAddress.ofStage("a1", "prod").at(document);
    assertEquals(Optional.of(address), parsed(address.path()));
    assertEquals(address.path(), URI.create(address.path()).normalize().getRawPath());
  }
}
