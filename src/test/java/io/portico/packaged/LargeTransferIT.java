package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gigabyte up and down again through a portal, its sandbox included, with a small heap. */
@Tag("large")
class LargeTransferIT {
  private static final int MIB = 1024 * 1024;
  private static final long GIB = 1024L * MIB;
  private static final long WARM_UP = 64L * MIB;
  private static final String ARTIFACT =
      "/mlflow/churn/api/2.0/mlflow-artifacts/artifacts/1/large/artifacts/model.bin HTTP/1.1\r\n";
  private static final String HOST = "Host: mlflow.portico.localhost:" + PackagedDemo.PORT + "\r\n";

  @Test
  void aGigabyteArrivesWholeBothWays() throws Exception {
    try (PackagedDemo demo = PackagedDemo.start("-Xmx256m")) {
      String cookie = demo.frameCookie("scientist", "churn") + "\r\n";
      // Classes are loaded and compiled by then: what grows after it, grows with the body.
      assertEquals(upload(cookie, WARM_UP), download(cookie));
      long before = demo.residentMiB();
      String sent = upload(cookie, GIB);
      long afterUpload = demo.residentMiB();
      assertEquals(sent, download(cookie));
      long afterDownload = demo.residentMiB();
      System.out.printf(
          "1 GiB up and down at -Xmx256m: resident %d MiB before, %d after the upload, %d after the"
              + " download%n",
          before, afterUpload, afterDownload);
      assertTrue(Math.max(afterUpload, afterDownload) < before + 128);
    }
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertEquals(0, left.filter(file -> file.toString().endsWith(".body")).count());
    }
  }

  private static String upload(String cookie, long length) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Random random = new Random(42);
    byte[] chunk = new byte[MIB];
    try (RawHttp connection = new RawHttp(PackagedDemo.PORT)) {
      connection.write(
          "PUT "
              + ARTIFACT
              + HOST
              + cookie
              + "Origin: http://mlflow.portico.localhost:8380\r\nContent-Length: "
              + length
              + "\r\n\r\n");
      for (long done = 0; done < length; done += MIB) {
        random.nextBytes(chunk);
        digest.update(chunk);
        connection.write(chunk);
      }
      assertEquals(200, connection.read().status());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String download(String cookie) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (RawHttp connection = new RawHttp(PackagedDemo.PORT)) {
      connection.write("GET " + ARTIFACT + HOST + cookie + "\r\n");
      RawHttp.Response response =
          connection.read(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      assertEquals(200, response.status());
      assertTrue(response.complete());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
