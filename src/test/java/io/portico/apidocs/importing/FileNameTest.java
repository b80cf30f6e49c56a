package io.portico.apidocs.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.RestApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  private static String name(String api) {
    RestApi named = new RestApi("abc123", api, "", Map.of());
    return FileName.of(named, List.of("prod", "oas30"), "json").value();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "Orders|orders",
        "Größe & Préis|gro-e-preis",
        "../../etc/passwd|etc-passwd",
        "a\"; filename=\"evil.exe|a-filename-evil-exe",
        "注文|abc123",
        "---|abc123"
      },
      delimiter = '|',
      quoteCharacter = '`')
  void anyNameOfAnApiBecomesAPlainOne(String api, String plain) {
    assertEquals(plain + "-prod-oas30.json", name(api));
  }

  @Test
  void lineBreaksDoNotReachTheHeader() {
    RestApi api = new RestApi("abc123", "a\r\nSet-Cookie: b", "", Map.of());
    assertEquals(
        "attachment; filename=\"a-set-cookie-b-default.yaml\"",
        FileName.of(api, List.of("$default"), "yaml").disposition());
  }

  @Test
  void longNamesAreCut() {
    assertEquals("x".repeat(60) + "-prod-oas30.json", name("x".repeat(1_000)));
  }
}
