package io.portico.mlflow.proxy;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 that SigV4 wants of a payload, taken while it arrives. */
final class PayloadHash {
  private static final String OF_NOTHING = new PayloadHash().hex();

  private final MessageDigest digest;

  PayloadHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static String ofNothing() {
    return OF_NOTHING;
  }

  void update(Buffer chunk) {
    digest.update(chunk.getBytes());
  }

  /** In lower-case hexadecimal; ends the hash. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
