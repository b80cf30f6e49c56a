package io.portico.agents.tools;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells artifacts that are text from others. */
final class ArtifactText {
  private ArtifactText() {}

  /**
   * The text; empty if it is none.
   *
   * @param whole whether nothing follows; else a character may be cut in two
   */
  static Optional<String> of(byte[] bytes, boolean whole) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, whole);
    String read = text.flip().toString();
    return result.isError() || read.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(read);
  }
}
