package io.portico.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {
  /** Both known answers: Python's zlib.crc32 and hashlib.sha256. */
  private static final String COUNTED =
      "portico_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0f252dda";

  private static byte[] counted() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void itIsThePrefixTheRandomBitsAndTheirChecksum() {
    assertEquals(COUNTED, TokenSecret.of(counted()).text());
    assertEquals(
        "portico_0000000000000000000000000000000000000000000000000000000000000000cb3c3c96",
        TokenSecret.of(new byte[32]).text());
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void whatIsKeptIsItsSha256() {
    assertEquals(
        "311287260f65963c269724d2d2a2e9e8ba6a5c1359188249d98beda8519a5731",
        TokenSecret.parse(COUNTED).orElseThrow().hash().hex());
  }

  @Test
  void noTwoAreTheSame() {
    assertNotEquals(TokenSecret.next().text(), TokenSecret.next().text());
  }

  @Test
  void aNewOneIsReadBack() {
    String text = TokenSecret.next().text();
    assertEquals(Optional.of(text), TokenSecret.parse(text).map(TokenSecret::text));
  }

  @Test
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void everyFlippedBitIsNoticed() {
    for (int position = 0; position < COUNTED.length(); position++) {
      for (int bit = 0; bit < 8; bit++) {
        char[] flipped = COUNTED.toCharArray();
        flipped[position] ^= (char) (1 << bit);
        assertTrue(
            TokenSecret.parse(new String(flipped)).isEmpty(),
            "bit " + bit + " of character " + position);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "portico_",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0f252dda",
        "portico_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0f252dd",
        "portico_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0f252ddaa",
        "portico_000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F0F252DDA",
        " portico_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0f252dda",
        "portico_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0f252dda\n"
      })
  void whatIsNearlyOneIsNone(String text) {
    assertTrue(TokenSecret.parse(text).isEmpty());
  }

  @Test
  void itDoesNotPrintItself() {
    assertFalse((TokenSecret.of(counted()) + "").contains("0001"));
  }
}
