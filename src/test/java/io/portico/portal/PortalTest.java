package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.testsupport.FixedPortalConfig;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalTest {
  @ParameterizedTest
  @CsvSource({
    "https://portal.example.com, https://portal.example.com",
    "https://portal.example.com:8443, https://portal.example.com:8443",
    "http://portico.localhost:8080, http://localhost:8080",
    "http://localhost:8080, http://localhost:8080",
    "https://localhost.example.com, https://localhost.example.com"
  })
  void programsGetANameThatTheirResolversKnow(String origin, String forPrograms) {
    Portal portal =
        new Portal(
            new FixedPortalConfig(
                Optional.of(origin), Optional.empty(), Optional.empty(), Optional.empty()));
    assertEquals(forPrograms, portal.addressForPrograms().toString());
  }
}
