package io.portico.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * A document as it is sent.
 *
 * @param path below the address of its stage or version
 * @param digest of the content without a coding: the same content has the same everywhere
 * @param bodies by coding; without one in any case
 */
record Document(String path, String mediaType, String digest, Map<Coding, byte[]> bodies) {
  static Document of(String path, String mediaType, String text) {
    byte[] content = text.getBytes(UTF_8);
    Map<Coding, byte[]> bodies = new EnumMap<>(Coding.class);
    for (Coding coding : Coding.values()) {
      coding.of(content).ifPresent(body -> bodies.put(coding, body));
    }
    return new Document(path, mediaType, digest(content), bodies);
  }

  private static String digest(byte[] content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Of bytes, in all codings. */
  int size() {
    return bodies.values().stream().mapToInt(body -> body.length).sum();
  }
}
