package io.portico.apidocs.proposing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** What is proposed, in short: proposals that differ in place or keys have different ones. */
final class ProposalDigest {
  private ProposalDigest() {}

  /** SHA-256, in hexadecimal. */
  static String of(Location place, Properties keys) {
    MessageDigest sha256 = sha256();
    Stream.of(
            place.type().name(),
            place.path(),
            place.method(),
            place.statusCode(),
            place.name(),
            keys.compact())
        .forEach(
            text -> {
              sha256.update(text.getBytes(UTF_8));
              // No text in UTF-8 holds this byte, so none runs into the next.
              sha256.update((byte) 0xff);
            });
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
