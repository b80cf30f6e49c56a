package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percent-decoding (RFC 3986, 2.1) that takes well-formed escapes of well-formed UTF-8 only. */
public final class PercentDecoder {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private PercentDecoder() {}

  /** Empty when an escape is cut off, or when the bytes are not UTF-8 (overlong forms are not). */
  public static Optional<String> decode(String ascii) {
    if (ascii.indexOf('%') < 0) {
      return Optional.of(ascii);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      int value = i + 2 < ascii.length() ? byteAt(ascii, i + 1) : -1;
      if (value < 0) {
        return Optional.empty();
      }
      bytes.write(value);
      i += 2;
    }
    return utf8(bytes.toByteArray());
  }

  /** Whether a second decoding would change the text. */
  static boolean looksEncoded(String decoded) {
    return decoded.indexOf('%') >= 0 && ESCAPE.matcher(decoded).find();
  }

  private static int byteAt(String text, int index) {
    int high = Character.digit(text.charAt(index), 16);
    int low = Character.digit(text.charAt(index + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
