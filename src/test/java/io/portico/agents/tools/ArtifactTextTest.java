package io.portico.agents.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is text. */
class ArtifactTextTest {
  @Test
  void aCharacterThatIsCutIsLeftOut() {
    byte[] bytes = "aü€😀".getBytes(UTF_8);
    String[] read = {"", "a", "a", "aü", "aü", "aü", "aü€", "aü€", "aü€", "aü€", "aü€😀"};
    for (int length = 0; length <= bytes.length; length++) {
      assertEquals(
          Optional.of(read[length]),
          ArtifactText.of(Arrays.copyOf(bytes, length), false),
          "of " + length);
    }
  }

  @Test
  void aFileThatEndsWithinACharacterIsNone() {
    assertEquals(Optional.empty(), ArtifactText.of(new byte[] {'a', (byte) 0xC3}, true));
  }

  @Test
  void otherBytesAreNone() {
    assertEquals(Optional.empty(), ArtifactText.of(new byte[] {(byte) 0xFF, 'a'}, false));
    assertEquals(Optional.empty(), ArtifactText.of(new byte[] {'P', 0, 'K'}, true));
    // An overlong slash (RFC 3629, 10).
    assertEquals(Optional.empty(), ArtifactText.of(new byte[] {(byte) 0xC0, (byte) 0xAF}, true));
  }
}
