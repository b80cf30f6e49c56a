package io.portico.apidocs.openapi;

import io.portico.apidocs.InvalidProperties.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encoding of files: strictly UTF-8 (RFC 3629), as a wrong guess would spoil texts unseen. */
final class StrictUtf8 {
  private StrictUtf8() {}

  /**
   * @throws InvalidOpenApi with the place of the first byte that is wrong
   */
  static String text(byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    boolean malformed =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true)
            .isError();
    String read = text.flip().toString();
    if (malformed) {
      throw new InvalidOpenApi(
          Position.at(read, read.length()), "The file is not in UTF-8. Save it in UTF-8.");
    }
    return read;
  }
}
