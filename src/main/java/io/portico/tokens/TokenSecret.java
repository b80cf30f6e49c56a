package io.portico.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An access token as its holder has it: {@code portico_}, 256 random bits and a CRC-32 of what
 * stands before it, in lower-case hex. Scanners for leaked secrets know it by the prefix, and a
 * mistyped one is told without asking the database.
 */
public final class TokenSecret {
  static final String PREFIX = "portico_";

  private static final int RANDOM_BYTES = 32;
  private static final int CHECKSUM_DIGITS = 8;
  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{72}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private TokenSecret(String text) {
    this.text = text;
  }

  /** A new one. */
  static TokenSecret next() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  static TokenSecret of(byte[] bytes) {
    String body = PREFIX + HexFormat.of().formatHex(bytes);
    return new TokenSecret(body + checksum(body));
  }

  /** Empty for anything that the portal never made. */
  static Optional<TokenSecret> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    int end = text.length() - CHECKSUM_DIGITS;
    return checksum(text.substring(0, end)).equals(text.substring(end))
        ? Optional.of(new TokenSecret(text))
        : Optional.empty();
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** Not salted and not slow: nobody finds 256 random bits by trying. */
  TokenHash hash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new TokenHash(
          HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.US_ASCII))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The secret itself, to be shown once and kept nowhere. */
  public String text() {
    return text;
  }

  /** Without the secret, wherever it is printed. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
