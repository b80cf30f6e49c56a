package io.portico.agents;

import static io.portico.agents.Published.LOYALTY;
import static io.portico.agents.Published.PUBLIC;
import static io.portico.agents.Readings.BROWSER;
import static io.portico.agents.Readings.assertProblem;
import static io.portico.agents.Readings.get;
import static io.portico.agents.Readings.header;
import static io.portico.agents.Readings.headers;
import static io.portico.agents.Readings.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.openapi.OpenApiFile;
import io.portico.portal.Problem;
import io.portico.sandbox.Sandbox;
import io.portico.testsupport.RawHttp.Response;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published documents, over HTTP: their forms, tags and addresses. */
@QuarkusTest
@Timeout(15)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

  @Inject Sandbox sandbox;
  @Inject Published published;
  @Inject Shelf shelf;
  @Inject DocumentPages pages;
  @Inject ApiGatewayVersions versions;

  @BeforeAll
  void publish() {
    published.asPublished();
  }

  @AfterAll
  void restore() {
    published.asSeeded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openapi.json | application/json | {",
        "openapi.yaml | application/yaml | openapi:",
        "index.md | text/markdown;charset=UTF-8 | # loyalty",
        "index.html | text/html;charset=UTF-8 | <!DOCTYPE html>",
        "explorer.html | text/html;charset=UTF-8 | <!DOCTYPE html>",
        "operations/get/~1accounts~1%7BaccountId%7D.md | text/markdown;charset=UTF-8 | # `GET"
      })
  void anybodyReadsWhatIsPublic(String document, String mediaType, String beginning)
      throws IOException {
    Response answer = get(PUBLIC + "/" + document);
    assertEquals(200, answer.status(), answer.text());
    assertEquals(mediaType, header(answer, "Content-Type"));
    assertTrue(answer.text().startsWith(beginning), answer.text());
    assertTrue(header(answer, "ETag").matches("\"[A-Za-z0-9_-]{43}\""), header(answer, "ETag"));
    assertEquals(
        "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
        header(answer, "Cache-Control"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertTrue(headers(answer, "Vary").contains("Accept-Encoding"), "Vary");
    assertEquals(List.of(), headers(answer, "Set-Cookie"));
    assertEquals(1, headers(answer, "Content-Length").size());
    assertTrue(
        header(answer, "Content-Security-Policy").startsWith("default-src 'none'"), "policy");
    assertTrue(
        headers(answer, "Link")
            .contains(
                "<" + PUBLIC + "/openapi.json>; rel=\"service-desc\"; type=\"application/json\""),
        headers(answer, "Link")::toString);
  }

  @Test
  void everyFormLinksToTheOthers() throws IOException {
    assertEquals(
        List.of(
            "<" + PUBLIC + "/index.html>; rel=\"alternate\"; type=\"text/html\"",
            "<" + PUBLIC + "/openapi.json>; rel=\"alternate\"; type=\"application/json\"",
            "<" + PUBLIC + "/openapi.yaml>; rel=\"alternate\"; type=\"application/yaml\"",
            "<" + PUBLIC + "/openapi.json>; rel=\"service-desc\"; type=\"application/json\"",
            "<" + PUBLIC + "/index.html>; rel=\"service-doc\"; type=\"text/html\""),
        headers(get(PUBLIC + "/index.md"), "Link"));
  }

  @Test
  void theDocumentIsTheStagesWithWhatIsWrittenOfIt() throws IOException {
    String json = get(PUBLIC + "/openapi.json").text();
    JsonObject document = new JsonObject(json);
    assertEquals("TBD", document.getJsonObject("info").getString("description"));
    assertEquals(
        "Get account",
        document
            .getJsonObject("paths")
            .getJsonObject("/accounts/{accountId}")
            .getJsonObject("get")
            .getString("summary"));
    JsonObject extension = document.getJsonObject("x-amazon-apigateway-documentation");
    assertEquals("1.0.0", extension.getString("version"));
    assertFalse(extension.containsKey("documentationParts"), "unpublished parts");
    assertEquals(
        OpenApiFile.read(json).root(),
        OpenApiFile.read(get(PUBLIC + "/openapi.yaml").text()).root());
  }

  @Test
  void whoHasItGets304() throws IOException {
    Response first = get(PUBLIC + "/openapi.json");
    String tag = header(first, "ETag");
    for (String has : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      Response answer = get(PUBLIC + "/openapi.json", "If-None-Match: " + has);
      assertEquals(304, answer.status(), has);
      assertEquals(0, answer.body().length);
      assertEquals(tag, header(answer, "ETag"));
      assertEquals(header(first, "Cache-Control"), header(answer, "Cache-Control"));
      assertTrue(headers(answer, "Vary").contains("Accept-Encoding"), "Vary");
      assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
      assertEquals(List.of(), headers(answer, "Set-Cookie"));
    }
    assertEquals(200, get(PUBLIC + "/openapi.json", "If-None-Match: \"x\"").status());
    assertEquals(
        200,
        get(PUBLIC + "/openapi.json", "If-None-Match: " + tag, "Accept-Encoding: gzip").status(),
        "the tag of other bytes");
  }

  @Test
  void headSaysTheSameWithoutTheBody() throws IOException {
    Response get = get(PUBLIC + "/index.md");
    Response head = send("HEAD", PUBLIC + "/index.md");
    assertEquals(200, head.status());
    assertEquals(0, head.body().length);
    for (String name : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control")) {
      assertEquals(header(get, name), header(head, name), name);
    }
    assertEquals(
        304, send("HEAD", PUBLIC + "/index.md", "If-None-Match: " + header(get, "ETag")).status());
  }

  @Test
  void codingsAreOfTheSameContentAndHaveOtherTags() throws IOException {
    Response plain = get(PUBLIC + "/openapi.json", "Accept-Encoding: gzip;q=0");
    Response gzip = get(PUBLIC + "/openapi.json", "Accept-Encoding: gzip");
    assertFalse(plain.header("Content-Encoding").isPresent());
    assertEquals("gzip", header(gzip, "Content-Encoding"));
    assertEquals(plain.text(), Readings.unzipped(gzip));
    assertEquals(header(plain, "ETag").replaceFirst("\"$", "-gzip\""), header(gzip, "ETag"));
    assertTrue(gzip.body().length < plain.body().length / 2, "not smaller");
    assertEquals(
        304,
        get(
                PUBLIC + "/openapi.json",
                "Accept-Encoding: gzip",
                "If-None-Match: " + header(gzip, "ETag"))
            .status());
    if (Brotli4jLoader.isAvailable()) {
      Response br = get(PUBLIC + "/openapi.json", "Accept-Encoding: gzip, deflate, br");
      assertEquals("br", header(br, "Content-Encoding"));
      assertEquals(
          plain.text(),
          new String(Decoder.decompress(br.body()).getDecompressedData(), StandardCharsets.UTF_8));
      assertEquals(header(plain, "ETag").replaceFirst("\"$", "-br\""), header(br, "ETag"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/markdown | index.md",
        "*/* | index.md",
        "application/json | openapi.json",
        "application/vnd.oai.openapi+json | openapi.json",
        "application/yaml, text/html;q=0.5 | openapi.yaml",
        "text/html,application/xhtml+xml,*/*;q=0.8 | index.html"
      })
  void theAddressWithoutAFormLeadsToTheOneLikedBest(String accept, String document)
      throws IOException {
    for (String edition : List.of(PUBLIC, "/docs/" + LOYALTY + "/versions/1.0.0")) {
      Response answer = get(edition, "Accept: " + accept);
      assertEquals(307, answer.status());
      assertEquals(
          "http://portico.localhost:8081" + edition + "/" + document, header(answer, "Location"));
      assertEquals("Accept", header(answer, "Vary"));
      assertEquals("no-store", header(answer, "Cache-Control"));
    }
  }

  @Test
  void whoTakesNoneOfTheFormsIsTold() throws IOException {
    assertProblem(get(PUBLIC, "Accept: image/png"), Problem.NOT_ACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere/openapi.json",
        "/%2e%2e/openapi.json",
        "/prod%2F..%2Fprod/openapi.json",
        "/versions/%20/openapi.json",
        "/PROD/openapi.json",
        "/%00/openapi.json",
        "/%e2%80%ae/openapi.json"
      })
  void aNameThatIsNoStagesIsNotFound(String rest) throws IOException {
    int status = get("/docs/" + LOYALTY + rest).status();
    assertTrue(status == 404 || status == 401 || status == 400, rest + " " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi.xml",
        "OPENAPI.JSON",
        "index.md/",
        "operations",
        "operations/get/accounts.md",
        "operations/get/..%2f..%2findex.md",
        "%20"
      })
  void aDocumentThatIsNotThereIsNotFound(String document) throws IOException {
    int status = get(PUBLIC + "/" + document).status();
    assertTrue(status == 404 || status == 401, document + " " + status);
  }

  @Test
  void problemsHaveTypes() throws IOException {
    assertProblem(get(PUBLIC + "/openapi.xml"), Problem.DOCUMENT_NOT_FOUND);
    assertProblem(get("/docs/" + LOYALTY + "/test/index.md"), Problem.STAGE_NOT_PUBLISHED);
  }

  @Test
  void aBurstOfConditionalRequestsNeverReachesApiGateway() throws Exception {
    String tag = header(get(PUBLIC + "/openapi.json"), "ETag");
    sandbox.account().apiGateway().tally().clear();
    sandbox.journal().clear();
    shelf.forget();
    ExecutorService programs = Executors.newFixedThreadPool(50);
    List<Callable<Integer>> burst = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      burst.add(() -> status(PUBLIC + "/openapi.json", "If-None-Match: " + tag));
    }
    for (Future<Integer> answer : programs.invokeAll(burst)) {
      assertEquals(304, answer.get());
    }
    programs.shutdown();
    for (String call : List.of("GetRestApis", "GetStages", "GetExport", "GetStage")) {
      assertEquals(0, sandbox.account().apiGateway().tally().received(call), call);
    }
    assertEquals(List.of(), sandbox.journal().entries());
  }

  @Test
  void thePageForPeopleSaysWhatTheMarkdownSays() throws IOException {
    String page = get(PUBLIC + "/index.html", BROWSER).text();
    assertTrue(
        page.contains(
            "<h2 id=\"GET-/accounts/{accountId}\"><code>GET /accounts/{accountId}</code></h2>"),
        page);
    assertTrue(page.contains("href=\"operations/get/~1accounts~1%7BaccountId%7D.html\""), page);
    assertTrue(page.contains("rel=\"alternate\" type=\"text/markdown\""), page);
  }

  @Test
  void anOperationHasAPageOfItsOwn() throws IOException {
    String page = get(PUBLIC + "/operations/get/~1accounts~1%7BaccountId%7D.html", BROWSER).text();
    assertTrue(page.contains("<h1><code>GET /accounts/{accountId}</code></h1>"), page);
    assertTrue(page.contains("href=\"../../index.html\""), page);
    String markdown = PUBLIC + "/operations/get/~1accounts~1%7BaccountId%7D.md";
    assertTrue(page.contains("type=\"text/markdown\" href=\"" + markdown + "\""), page);
    assertEquals(404, status(PUBLIC + "/operations/get/~1nothing.html", BROWSER));
    assertEquals(404, status(PUBLIC + "/nothing.html", BROWSER));
  }

  /** Anybody can think of names. */
  @Test
  void pagesThatAreNotThereAreNotKept() throws IOException {
    long kept = pages.kept();
    for (int i = 0; i < 100; i++) {
      assertEquals(404, status(PUBLIC + "/nothing-" + i + ".html", BROWSER));
    }
    assertEquals(kept, pages.kept());
  }

  @Test
  void theExplorerShowsTheOpenApiDocument() throws IOException {
    String page = get(PUBLIC + "/explorer.html", BROWSER).text();
    assertTrue(page.contains("data-document=\"" + PUBLIC + "/openapi.json\""), page);
    assertTrue(page.contains("href=\"" + PUBLIC + "/index.html\""), page);
  }

  private static int status(String address, String... headers) {
    try {
      return get(address, headers).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
