package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * A file of any size that goes up and down through the frame of a packaged demo.
 *
 * @param cookie the header line of the frame's session
 */
record LargeArtifact(String cookie) {
  private static final int MIB = 1024 * 1024;
  private static final String ARTIFACT =
      "/mlflow/churn/api/2.0/mlflow-artifacts/artifacts/1/large/artifacts/model.bin HTTP/1.1\r\n";
  private static final String MLFLOW = "mlflow.portico.localhost:" + PackagedDemo.PORT;

  /**
   * Puts it there.
   *
   * @param length in bytes, whole MiB
   * @return its SHA-256
   */
  String upload(long length) throws IOException {
    MessageDigest digest = sha256();
    Random random = new Random(42);
    byte[] chunk = new byte[MIB];
    try (RawHttp connection = new RawHttp(PackagedDemo.PORT)) {
      connection.write(
          "PUT %sHost: %s\r\n%s\r\nOrigin: http://%s\r\nContent-Length: %d\r\n\r\n"
              .formatted(ARTIFACT, MLFLOW, cookie, MLFLOW, length));
      for (long done = 0; done < length; done += MIB) {
        random.nextBytes(chunk);
        digest.update(chunk);
        connection.write(chunk);
      }
      assertEquals(200, connection.read().status());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Gets it whole: its SHA-256. */
  String download(OutputStream to) throws IOException {
    MessageDigest digest = sha256();
    try (RawHttp connection = new RawHttp(PackagedDemo.PORT)) {
      connection.write("GET %sHost: %s\r\n%s\r\n\r\n".formatted(ARTIFACT, MLFLOW, cookie));
      RawHttp.Response response = connection.read(new DigestOutputStream(to, digest));
      assertEquals(200, response.status());
      assertTrue(response.complete());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
