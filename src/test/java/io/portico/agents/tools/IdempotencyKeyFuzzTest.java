package io.portico.agents.tools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.agents.Refused;
import io.portico.testsupport.Pieces;
import io.vertx.core.MultiMap;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in Idempotency-Key, it is one key that can be kept or refused. */
class IdempotencyKeyFuzzTest {
  @Property
  void itIsOneKeyOrRefused(@ForAll("headers") List<String> values) {
    assertOneOrRefused(values);
  }

  @FuzzTest
  void anyHeaderIsOneKeyOrRefused(byte[] header) {
    assertOneOrRefused(List.of(new String(header, ISO_8859_1)));
  }

  @Provide
  Arbitrary<List<String>> headers() {
    return Pieces.of("\"", "\"", "a", "8e03978e", "-", " ", ",", ";", "\\", "é", "\0", "\r\n", "~")
        .list()
        .ofMaxSize(2);
  }

  private static void assertOneOrRefused(List<String> values) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Idempotency-Key", values);
    try {
      IdempotencyKey.of(headers)
          .ifPresentOrElse(key -> assertOne(key, values), () -> assertEquals(List.of(), values));
    } catch (Refused refused) {
      assertTrue(values.size() > 0);
    }
  }

  /** However it is written, quoted it is the same key. */
  private static void assertOne(IdempotencyKey key, List<String> values) {
    assertEquals(1, values.size());
    assertTrue(key.text().matches("[ -~&&[^\"\\\\]]{1,255}"), key.text());
    MultiMap quoted =
        MultiMap.caseInsensitiveMultiMap().add("Idempotency-Key", '"' + key.text() + '"');
    assertEquals(key, IdempotencyKey.of(quoted).orElseThrow());
  }
}
