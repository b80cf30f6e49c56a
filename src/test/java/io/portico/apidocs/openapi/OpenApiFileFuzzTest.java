package io.portico.apidocs.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.openapi.FileDocumentation.Source;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Pieces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever file is imported, it is read from itself alone or refused in words. */
class OpenApiFileFuzzTest {
  @Property
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void aFileIsReadOrRefused(@ForAll("files") String file) {
    assertReadOrRefused(file.getBytes(UTF_8));
  }

  @FuzzTest
  @DictionaryEntries({
    "openapi: 3.0.3",
    "swagger: \"2.0\"",
    "$ref: ",
    "#/components/schemas/",
    "paths:",
    "get:",
    "x-amazon-apigateway-documentation:",
    "documentationParts:",
    "location:",
    "properties:",
    "&a",
    "*a",
    "!!",
    "|-",
    "? ",
    "{\"openapi\":\"3.0.3\","
  })
  void anyFileIsReadOrRefused(byte[] file) {
    assertReadOrRefused(file);
  }

  @Provide
  Arbitrary<String> files() {
    return Pieces.of(
            "paths:\n",
            "  /a:\n",
            "    get:\n",
            "      ",
            "summary: x\n",
            "description: |-\n",
            "$ref: ",
            "'#/paths/~1a'\n",
            "'#'\n",
            "http://127.0.0.1:1/x\n",
            "parameters: ",
            "responses:\n",
            "  200: ",
            "components: {schemas: {A: ",
            "{$ref: '#/components/schemas/A'}",
            "}}\n",
            "x-amazon-apigateway-documentation: {documentationParts: [",
            "{location: {type: API}, properties: {a: 1}}",
            "]}\n",
            "&a ",
            "*a",
            "!x ",
            "- ",
            "? ",
            "# ",
            "---\n",
            "\"",
            "'",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ":",
            "null",
            "\\u0000",
            "<<: *a\n")
        .map(rest -> "openapi: 3.0.3\ninfo: {title: A}\n" + rest);
  }

  private static void assertReadOrRefused(byte[] bytes) {
    try {
      OpenApiFile file = OpenApiFile.read(bytes);
      assertEquals(file, OpenApiFile.read(JsonWriter.compact(file.root())));
      for (Source source : Source.values()) {
        FileDocumentation.of(file, source)
            .misfits()
            .forEach(misfit -> assertSays(misfit.sentence()));
      }
    } catch (InvalidOpenApi refused) {
      assertSays(refused.getMessage());
    }
  }

  private static void assertSays(String sentence) {
    assertTrue(sentence.endsWith(".") && sentence.length() < 1_000, sentence);
  }

  /** Somebody listens where the references lead, and a file of ours would tell a secret. */
  @Test
  void noReferenceLeadsOutOfTheFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.yaml"), "description: a secret");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String host = "127.0.0.1:" + server.getLocalPort();
      for (String reference :
          List.of(
              "http://" + host + "/a.yaml",
              "HTTP://" + host + "/a.yaml#/x",
              "https://" + host + "/",
              "//" + host + "/a",
              "ftp://" + host + "/a",
              "jar:http://" + host + "/a.jar!/b",
              "netdoc://" + host + "/a",
              secret.toUri().toString(),
              secret.toString(),
              secret.toUri() + "#/description",
              "secret.yaml",
              "./secret.yaml#/description",
              "classpath:/application.properties")) {
        assertLeadsNowhere(reference);
      }
      server.setSoTimeout(100);
      Assertions.assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  private static void assertLeadsNowhere(String reference) {
    String target = "{\"$ref\":\"%s\"}".formatted(reference);
    String file =
        """
        {"openapi":"3.0.3","components":{"schemas":{"A":%1$s}},"paths":{"/a":%1$s,"/b":{"get":
        {"parameters":[%1$s],"requestBody":%1$s,"responses":{"200":%1$s}}}}}"""
            .formatted(target);
    FileDocumentation found = FileDocumentation.of(OpenApiFile.read(file), Source.DESCRIPTIONS);
    assertEquals(List.of(), found.parts(), reference);
    assertEquals(5, found.misfits().size(), reference);
    found
        .misfits()
        .forEach(
            misfit ->
                assertTrue(misfit.sentence().contains("leads out of the file"), misfit::toString));
  }
}
