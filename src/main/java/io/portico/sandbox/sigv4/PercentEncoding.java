package io.portico.sandbox.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Percent-encoding as SigV4 wants it: all but RFC 3986's unreserved characters, upper-case hex. */
final class PercentEncoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private PercentEncoding() {}

  static boolean isMalformed(String text) {
    return STRAY_PERCENT.matcher(text).find();
  }

  static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  /** The one canonical spelling of a component that may be encoded already, wholly or in part. */
  static String canonical(String component) {
    return encode(decode(component));
  }

  private static String encode(byte[] bytes) {
    StringBuilder encoded = new StringBuilder(bytes.length);
    for (byte octet : bytes) {
      if (isUnreserved(octet)) {
        encoded.append((char) octet);
      } else {
        HEX.toHexDigits(encoded.append('%'), octet);
      }
    }
    return encoded.toString();
  }

  private static byte[] decode(String component) {
    byte[] text = component.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length);
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '%') {
        decoded.write(
            HexFormat.fromHexDigit(text[i + 1]) << 4 | HexFormat.fromHexDigit(text[i + 2]));
        i += 2;
      } else {
        decoded.write(text[i]);
      }
    }
    return decoded.toByteArray();
  }

  private static boolean isUnreserved(byte octet) {
    return octet >= 'A' && octet <= 'Z'
        || octet >= 'a' && octet <= 'z'
        || octet >= '0' && octet <= '9'
        || "-._~".indexOf(octet) >= 0;
  }
}
