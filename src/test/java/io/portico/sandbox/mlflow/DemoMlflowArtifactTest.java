package io.portico.sandbox.mlflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts by plain HTTP, since the Java client leaves their transfer to a Python command. */
class DemoMlflowArtifactTest {
  private static final String STORE = "/api/2.0/mlflow-artifacts/artifacts";
  private static final int MEBIBYTE = 1 << 20;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private List<Path> spoolsOfOthers;
  private DemoMlflow server;

  @BeforeEach
  void start() throws IOException {
    spoolsOfOthers = spools();
    server = DemoMlflow.start(vertx, "none");
  }

  @AfterEach
  void stop() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  // %25 is a percent sign, %2F a slash between directories, + a plus.
  @ParameterizedTest
  @CsvSource({
    "plain.txt, plain.txt",
    "%C3%BCbersicht%202.txt, übersicht 2.txt",
    "100%25.txt, 100%.txt",
    "a%2520b.txt, a%20b.txt",
    "a+b.txt, a+b.txt",
    "a%2Bb.txt, a+b.txt",
    "a;b=c&d.txt, a;b=c&d.txt",
    "%F0%9F%A6%86.txt, 🦆.txt"
  })
  void aNameComesBackAsItWasGiven(String escaped, String name) throws Exception {
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    assertEquals(200, put("/dir/" + escaped, BodyPublishers.ofByteArray(content)).statusCode());
    assertArrayEquals(content, get(STORE + "/dir/" + escaped).body());
    assertEquals(
        name,
        json(get(STORE + "?path=dir")).getJsonArray("files").getJsonObject(0).getString("path"));
  }

  @Test
  void theArtifactsOfARunAreInTheStore() throws Exception {
    String run = newRun();
    put("/0/" + run + "/artifacts/sub/%C3%A4%20b.txt", BodyPublishers.ofString("hello"));
    JsonObject listed = json(get("/api/2.0/mlflow/artifacts/list?path=sub&run_id=" + run));
    JsonObject file = listed.getJsonArray("files").getJsonObject(0);
    assertEquals("mlflow-artifacts:/0/" + run + "/artifacts", listed.getString("root_uri"));
    assertEquals("sub/ä b.txt", file.getString("path"));
    assertEquals(5, file.getInteger("file_size"));
    for (String key : List.of("run_uuid", "run_id")) {
      HttpResponse<byte[]> got = get("/get-artifact?path=sub/%C3%A4%20b.txt&" + key + "=" + run);
      assertEquals("hello", new String(got.body(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aPageAmongTheArtifactsIsNeverServedAsOne() throws Exception {
    put("/page.html", BodyPublishers.ofString("<script>alert(1)</script>"));
    HttpResponse<byte[]> got = get(STORE + "/page.html");
    assertEquals("text/plain; charset=utf-8", got.headers().firstValue("Content-Type").orElse(""));
    assertEquals("nosniff", got.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(got.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
  }

  @Test
  void aSmallFileStaysInMemory() throws Exception {
    byte[] content = noise(MEBIBYTE);
    put("/small.bin", BodyPublishers.ofByteArray(content));
    assertEquals(0, spooled());
    assertArrayEquals(content, get(STORE + "/small.bin").body());
  }

  @Test
  void aLargeFileIsSpooledAndComesBackWithItsLength() throws Exception {
    byte[] content = noise(5 * MEBIBYTE + 1);
    put("/large.bin", BodyPublishers.ofByteArray(content));
    assertEquals(1, spooled());
    HttpResponse<byte[]> got = get(STORE + "/large.bin");
    assertEquals(content.length, got.headers().firstValueAsLong("Content-Length").orElse(-1));
    assertArrayEquals(content, got.body());
  }

  @Test
  void aBodyOfUnknownLengthArrivesWhole() throws Exception {
    byte[] content = noise(3 * MEBIBYTE);
    put("/chunked.bin", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)));
    assertArrayEquals(content, get(STORE + "/chunked.bin").body());
  }

  @Test
  void anEmptyFileIsAFile() throws Exception {
    put("/empty", BodyPublishers.ofByteArray(new byte[0]));
    assertEquals(200, get(STORE + "/empty").statusCode());
    assertEquals(0, get(STORE + "/empty").body().length);
  }

  @Test
  void aReplacedOrDeletedFileLeavesNothingOnDisk() throws Exception {
    put("/large.bin", BodyPublishers.ofByteArray(noise(2 * MEBIBYTE)));
    put("/large.bin", BodyPublishers.ofByteArray(noise(3 * MEBIBYTE)));
    assertEquals(1, spooled());
    assertEquals(200, send("DELETE", "/large.bin", BodyPublishers.noBody()).statusCode());
    assertEquals(0, spooled());
    assertEquals(404, get(STORE + "/large.bin").statusCode());
    assertEquals(404, send("DELETE", "/large.bin", BodyPublishers.noBody()).statusCode());
  }

  @Test
  @Timeout(20)
  void aBrokenUploadLeavesNothingBehind() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("PUT %s/broken HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 9000000\r\n\r\n"
                  .formatted(STORE, server.uri().getPort()))
              .getBytes(StandardCharsets.US_ASCII));
      out.write(noise(2 * MEBIBYTE));
      out.flush();
      waitUntilSpooled(1);
    }
    waitUntilSpooled(0);
    assertEquals(404, get(STORE + "/broken").statusCode());
  }

  @Test
  void closingRemovesWhatWasSpooled() throws Exception {
    put("/large.bin", BodyPublishers.ofByteArray(noise(2 * MEBIBYTE)));
    Path spool = spool();
    assertTrue(Files.exists(spool));
    server.close();
    assertFalse(Files.exists(spool));
    server = DemoMlflow.start(vertx, "none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..%2Fetc%2Fpasswd",
        "/a%2F..%2F..%2Fb",
        "/a%5Cb",
        "/a%00b",
        "/%2Fetc",
        "/a%2F.%2Fb"
      })
  void aPathThatLeadsOutIsRefused(String path) throws Exception {
    for (String method : List.of("GET", "PUT", "DELETE")) {
      HttpResponse<byte[]> refusal = send(method, path, BodyPublishers.ofString("x"));
      assertEquals(400, refusal.statusCode(), method);
      assertEquals("INVALID_PARAMETER_VALUE", json(refusal).getString("error_code"));
    }
  }

  @Test
  void aPathOfARunThatLeadsOutIsRefused() throws Exception {
    String run = newRun();
    for (String path : List.of("..", "../other/artifacts/x", "/etc/passwd", "a/../../b")) {
      String query = "?run_id=" + run + "&path=" + path;
      assertEquals(400, get("/get-artifact" + query).statusCode(), path);
      assertEquals(400, get("/api/2.0/mlflow/artifacts/list" + query).statusCode(), path);
    }
  }

  private String newRun() throws Exception {
    URI create = server.uri().resolve("/api/2.0/mlflow/runs/create");
    HttpRequest request =
        HttpRequest.newBuilder(create).POST(BodyPublishers.ofString("{}")).build();
    return json(http.send(request, BodyHandlers.ofByteArray()))
        .getJsonObject("run")
        .getJsonObject("info")
        .getString("run_id");
  }

  private HttpResponse<byte[]> put(String path, BodyPublisher body) throws Exception {
    return send("PUT", path, body);
  }

  private HttpResponse<byte[]> send(String method, String path, BodyPublisher body)
      throws Exception {
    URI uri = URI.create(server.uri() + STORE + path);
    return http.send(
        HttpRequest.newBuilder(uri).method(method, body).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    URI uri = URI.create(server.uri() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }

  private static JsonObject json(HttpResponse<byte[]> response) {
    return new JsonObject(new String(response.body(), StandardCharsets.UTF_8));
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private void waitUntilSpooled(long files) throws Exception {
    while (spooled() != files) {
      Thread.sleep(Duration.ofMillis(20).toMillis());
    }
  }

  private long spooled() throws IOException {
    try (Stream<Path> files = Files.list(spool())) {
      return files.count();
    }
  }

  private Path spool() throws IOException {
    return spools().stream()
        .filter(spool -> !spoolsOfOthers.contains(spool))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> spools() throws IOException {
    try (Stream<Path> directories = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return directories
          .filter(path -> path.getFileName().toString().startsWith("portico-demo-mlflow-"))
          .toList();
    }
  }
}
