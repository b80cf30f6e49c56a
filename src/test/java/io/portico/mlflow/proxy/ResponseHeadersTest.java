package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
  private static MultiMap copied(MultiMap upstream, Content content) {
    MultiMap client = MultiMap.caseInsensitiveMultiMap();
    ResponseHeaders.copy(upstream, content, client);
    return client;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set-Cookie",
        "Set-Cookie2",
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Credentials",
        "Content-Security-Policy",
        "Content-Security-Policy-Report-Only",
        "X-Frame-Options",
        "Strict-Transport-Security",
        "Clear-Site-Data",
        "Service-Worker-Allowed",
        "Link",
        "Refresh",
        "Alt-Svc",
        "SourceMap",
        "X-SourceMap",
        "Server",
        "Location",
        "X-Amzn-RequestId",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Upgrade",
        "Trailer",
        "Cache-Control",
        "Speculation-Rules",
        "Report-To",
        "NEL"
      })
  @Holds({Promise.ONLY_HARMLESS_HEADERS_COME_BACK, Promise.HOP_BY_HOP_HEADERS_END_HERE})
  void whatTheLaneSaysItselfIsNeverTakenFromUpstream(String name) {
    for (Content content : Content.values()) {
      MultiMap headers = copied(MultiMap.caseInsensitiveMultiMap().add(name, "hostile"), content);
      assertFalse(headers.entries().stream().anyMatch(h -> h.getValue().contains("hostile")), name);
    }
  }

  @Test
  @Holds(Promise.HOP_BY_HOP_HEADERS_END_HERE)
  void aHeaderNamedInConnectionBelongsToThatConnection() {
    MultiMap upstream =
        MultiMap.caseInsensitiveMultiMap().add("ETag", "\"1\"").add("Connection", "etag");
    assertFalse(copied(upstream, Content.API).contains("ETag"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, text/plain;charset=UTF-8",
    "TEXT/HTML;charset=utf-8, text/plain;charset=UTF-8",
    "text/javascript, text/plain;charset=UTF-8",
    "application/javascript, text/plain;charset=UTF-8",
    "application/xhtml+xml, text/plain;charset=UTF-8",
    "image/svg+xml, text/plain;charset=UTF-8",
    "application/json, text/plain;charset=UTF-8",
    "image/png, image/png",
    "image/jpeg; x=y, image/jpeg",
    "audio/mpeg, audio/mpeg",
    "video/mp4, video/mp4",
    "application/pdf, application/octet-stream",
    "application/wasm, application/octet-stream",
    "multipart/related, application/octet-stream",
    "'', application/octet-stream",
    "nonsense, application/octet-stream"
  })
  void anArtifactsTypeIsInert(String type, String inert) {
    assertEquals(inert, ResponseHeaders.inertType(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inline; filename=report.html | attachment",
        "attachment; filename=report.html | attachment; filename=report.html",
        "form-data | attachment",
        "ATTACHMENT | ATTACHMENT",
        "attachment=1; filename=report.html | attachment",
        "attachmentx | attachment",
        "attachment, inline | attachment"
      })
  void anArtifactIsADownload(String upstream, String disposition) {
    assertEquals(
        disposition,
        copied(
                MultiMap.caseInsensitiveMultiMap().add("Content-Disposition", upstream),
                Content.ARTIFACT)
            .get("Content-Disposition"));
  }

  @ParameterizedTest
  @CsvSource({
    "/static-files/static/js/main.1a2b3c4d.js, 200, true",
    "/static-files/static/css/main.0123abcd.chunk.css, 200, true",
    "/static-files/TelemetryLogger.telemetry-worker.d0f8ea2c83c08b63528f.worker.js, 200, true",
    "/static-files/static/js/main.1a2b3c4d.js, 304, false",
    "/static-files/static/js/main.1a2b3c4d.js, 206, false",
    "/static-files/favicon.ico, 200, false",
    "/static-files/pdf.worker.js, 200, false"
  })
  void onlyHashedFilesAreKeptByBrowsers(String path, int status, boolean kept) {
    assertEquals(
        kept ? "private, max-age=31536000, immutable" : "private, no-cache",
        ResponseHeaders.cacheControl(path, status));
  }

  @Test
  void nothingElseIs() {
    for (Content content : Content.values()) {
      assertEquals(
          "no-store", copied(MultiMap.caseInsensitiveMultiMap(), content).get("Cache-Control"));
    }
  }

  @Test
  void whatIsCompressedOrAPartIsNotCompressed() {
    MultiMap json = MultiMap.caseInsensitiveMultiMap().add("Content-Type", "application/json");
    assertTrue(ResponseHeaders.compressible(json, 200));
    assertFalse(ResponseHeaders.compressible(json, 206));
    assertFalse(ResponseHeaders.compressible(json.add("Content-Encoding", "gzip"), 200));
    assertFalse(
        ResponseHeaders.compressible(
            MultiMap.caseInsensitiveMultiMap().add("Content-Type", "image/png"), 200));
  }
}
