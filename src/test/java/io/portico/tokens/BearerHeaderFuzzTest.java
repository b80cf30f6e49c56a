package io.portico.tokens;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Pieces;
import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;

/** Whatever stands in Authorization, it is one well-formed token or none. */
class BearerHeaderFuzzTest {
  @Property
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void itIsOneTokenOrNone(@ForAll("headers") List<String> values) {
    assertOneOrNone(values);
  }

  @Property
  @Holds(Promise.TOKENS_ARE_SECRETS)
  void aTokenOfOursIsReadAndNoneThatWasTamperedWith(
      @ForAll @Size(32) byte[] random,
      @ForAll int where,
      @ForAll @Chars({'0', '7', 'a', 'f', 'A', '='}) char sign) {
    String text = TokenSecret.of(random).text();
    assertEquals(
        Optional.of(text),
        BearerHeader.of(headers(List.of("Bearer " + text)))
            .flatMap(TokenSecret::parse)
            .map(TokenSecret::text));
    int at = Math.floorMod(where, text.length());
    String tampered = text.substring(0, at) + sign + text.substring(at + 1);
    assertEquals(tampered.equals(text), TokenSecret.parse(tampered).isPresent(), tampered);
  }

  @FuzzTest
  @DictionaryEntries({"Bearer ", "portico_", "=="})
  void anyHeaderIsOneTokenOrNone(byte[] header) {
    assertOneOrNone(List.of(new String(header, ISO_8859_1)));
  }

  @Provide
  Arbitrary<List<String>> headers() {
    return Pieces.of(
            "Bearer",
            "bearer",
            "BEARER",
            "Basic",
            " ",
            "  ",
            "\t",
            ",",
            "portico_",
            "a",
            "0f",
            ".",
            "~",
            "=",
            "+",
            "/",
            "\r\n",
            "\0",
            "é",
            "Bearer eyJ.eyJ.c2ln",
            "\"",
            ";")
        .list()
        .ofMaxSize(2);
  }

  private static void assertOneOrNone(List<String> values) {
    BearerHeader.of(headers(values))
        .ifPresent(
            token -> {
              assertEquals(1, values.size());
              assertTrue(values.get(0).trim().matches("(?i)bearer +\\Q" + token + "\\E"), token);
              assertTrue(token.matches("[A-Za-z0-9._~+/-]++=*+"), token);
              TokenSecret.parse(token).ifPresent(ours -> assertOurs(token));
            });
  }

  private static void assertOurs(String token) {
    CRC32 checksum = new CRC32();
    checksum.update(token.getBytes(ISO_8859_1), 0, token.length() - 8);
    assertEquals(
        HexFormat.fromHexDigits(token, token.length() - 8, token.length()),
        (int) checksum.getValue());
    assertEquals(80, token.length());
  }

  private static MultiMap headers(List<String> values) {
    return MultiMap.caseInsensitiveMultiMap().add("authorization", values);
  }
}
