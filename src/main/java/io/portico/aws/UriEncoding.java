package io.portico.aws;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding in the one form SigV4 knows: every byte but RFC 3986's unreserved characters, in
 * upper-case hexadecimal.
 */
public final class UriEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriEncoding() {}

  /** Encodes one path segment, query name or query value. */
  public static String encode(String text) {
    return encode(text, false);
  }

  /** Encodes an already encoded path once more, its slashes kept. */
  static String encodePath(String path) {
    return encode(path, true);
  }

  private static String encode(String text, boolean keepSlash) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain), keepSlash)) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 24).append(text, 0, plain);
    for (byte b : text.substring(plain).getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && isPlain((char) b, keepSlash)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX[b >> 4 & 0xF]).append(HEX[b & 0xF]);
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(char c, boolean keepSlash) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || keepSlash && c == '/';
  }
}
