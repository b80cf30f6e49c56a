package io.portico.sandbox.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the only hash that SigV4 knows. */
public final class Sha256 {

  private Sha256() {}

  /** A fresh digest, to be fed piece by piece. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256", e);
    }
  }

  /** The lower-case hex hash of the text's UTF-8 bytes. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(UTF_8)));
  }
}
