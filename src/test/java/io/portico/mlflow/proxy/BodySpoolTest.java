package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies on their way up and down. */
@QuarkusTest
class BodySpoolTest {
  private static final int PORT = 8081;
  private static final int MIB = 1024 * 1024;
  private static final String PUT =
      "PUT /mlflow/echo/api/2.0/mlflow-artifacts/artifacts/1/run/artifacts/model.bin HTTP/1.1\r\n"
          + "Host: mlflow.portico.localhost:8081\r\n"
          + "Origin: http://mlflow.portico.localhost:8081\r\n";

  @Inject EchoUpstream echo;
  @Inject FrameVisitor visitor;
  @Inject BodySpool spool;

  private final Random random = new Random(1);

  @BeforeEach
  void reset() {
    echo.reset();
  }

  private RawHttp begin(String... headers) throws IOException {
    RawHttp connection = new RawHttp(PORT);
    connection.write(
        PUT + visitor.cookie("echo") + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    return connection;
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void sixtyFourMebibytesUp() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] chunk = new byte[MIB];
    try (RawHttp connection = begin("Content-Length: " + 64L * MIB)) {
      for (int i = 0; i < 64; i++) {
        random.nextBytes(chunk);
        digest.update(chunk);
        connection.write(chunk);
      }
      assertEquals(200, connection.read().status());
    }
    EchoUpstream.Received sent = echo.only();
    assertEquals(64L * MIB, sent.bodyLength());
    assertEquals(hex(digest), sent.sha256());
    assertEquals(List.of(sent.sha256()), sent.header("x-amz-content-sha256"));
    assertEquals(List.of(Long.toString(64L * MIB)), sent.header("content-length"));
    eventually(() -> spool.spooledBytes() == 0);
  }

  @Test
  void sixtyFourMebibytesDown() throws Exception {
    MessageDigest expected = MessageDigest.getInstance("SHA-256");
    byte[] chunk = new byte[MIB];
    random.nextBytes(chunk);
    for (int i = 0; i < 64; i++) {
      expected.update(chunk);
    }
    echo.answerWith(
        request -> {
          request.response().putHeader("Content-Length", Long.toString(64L * MIB));
          for (int i = 0; i < 64; i++) {
            request.response().write(Buffer.buffer(chunk));
          }
          request.response().end();
        });
    MessageDigest received = MessageDigest.getInstance("SHA-256");
    try (RawHttp connection = new RawHttp(PORT)) {
      connection.write(
          String.join(
              "\r\n",
              "GET /mlflow/echo/get-artifact?path=model.bin&run_uuid=1 HTTP/1.1",
              "Host: mlflow.portico.localhost:8081",
              "Accept-Encoding: gzip",
              visitor.cookie("echo"),
              "\r\n"));
      OutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), received);
      assertTrue(connection.read(digest).complete());
    }
    assertEquals(hex(expected), hex(received));
  }

  @Test
  void aChunkedBodyArrivesWithALength() throws IOException {
    try (RawHttp connection = begin("Transfer-Encoding: chunked")) {
      connection.write("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
      assertEquals(200, connection.read().status());
    }
    assertEquals(List.of("5"), echo.only().header("content-length"));
    assertEquals(List.of(), echo.only().header("transfer-encoding"));
    assertEquals(5, echo.only().bodyLength());
  }

  @Test
  void whoeverWaitsIsToldToGoOn() throws IOException {
    try (RawHttp connection = begin("Content-Length: 3", "Expect: 100-continue")) {
      assertEquals(100, connection.read().status());
      connection.write("abc");
      assertEquals(200, connection.read().status());
    }
    assertEquals(3, echo.only().bodyLength());
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void aBodyOverTheLimitIsRefusedBeforeItComes() throws IOException {
    try (RawHttp connection = begin("Content-Length: " + 101L * MIB, "Expect: 100-continue")) {
      assertEquals(413, connection.read().status());
    }
    assertEquals(List.of(), echo.received());
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void aBodyThatGrowsOverTheLimitIsRefused() throws IOException {
    byte[] chunk = new byte[MIB];
    try (RawHttp connection = begin("Transfer-Encoding: chunked")) {
      try {
        for (int i = 0; i < 110; i++) {
          connection.write("100000\r\n");
          connection.write(chunk);
          connection.write("\r\n");
        }
      } catch (IOException closed) {
        // As it should be.
      }
    }
    eventually(() -> spool.spooledBytes() == 0);
    assertEquals(List.of(), echo.received());
  }

  @Test
  @Holds(Promise.ABANDONED_UPLOADS_LEAVE_NOTHING)
  void anAbandonedUploadLeavesNothing() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (RawHttp connection = begin("Content-Length: " + 10L * MIB)) {
        connection.write(new byte[MIB]);
      }
    }
    eventually(() -> spool.spooledBytes() == 0);
    assertEquals(List.of(), echo.received());
  }

  /** The file is opened while the client is already leaving. */
  @Test
  @Holds(Promise.ABANDONED_UPLOADS_LEAVE_NOTHING)
  void anUploadAbandonedAtOnceLeavesNoFileOpen() throws Exception {
    for (int i = 0; i < 400; i++) {
      try (RawHttp connection = begin("Content-Length: " + MIB)) {
        connection.write(new byte[1_000]);
        connection.abort();
      }
    }
    eventually(() -> spool.spooledBytes() == 0);
    Path descriptors = Path.of("/proc/self/fd");
    if (Files.isDirectory(descriptors)) {
      eventually(() -> openSpoolFiles(descriptors) == 0);
    }
  }

  private static long openSpoolFiles(Path descriptors) {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.filter(BodySpoolTest::isSpoolFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSpoolFile(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains(".body");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  /** For what happens after the client has its answer; gives up after ten seconds. */
  private static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "did not come true");
      Thread.onSpinWait();
    }
  }
}
