package io.portico.hostile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Length and SHA-256 of bytes that are not kept. */
final class Digest {
  private static final int BUFFER = 64 * 1024;

  private final MessageDigest sha256 = newSha256();
  private long length;

  void take(InputStream in, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      sha256.update(buffer, 0, read);
      length += read;
      left -= read;
    }
  }

  long length() {
    return length;
  }

  byte[] sha256() {
    return sha256.digest();
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
