package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.sandbox.endpoint.SandboxAccount;
import io.portico.testsupport.Secret;
import java.util.List;
import java.util.stream.Stream;

/** What the portal's process wrote: no secret stands in it, known to the suite or by its form. */
final class PortalLog {
  private static final int LONG_ENOUGH = 16;

  private PortalLog() {}

  static void assertInOrder(HostilePortal portal) throws Exception {
    Tally tally = Tally.of("log", "lines searched", "secrets");
    List<String> lines = portal.newLogLines();
    List<String> values = values(portal);
    List<String> found =
        Stream.concat(
                Secret.allIn(lines.stream()).stream(),
                lines.stream().filter(line -> values.stream().anyMatch(line::contains)))
            .toList();
    tally.count(lines.size());
    found.forEach(tally::failed);
    assertEquals(List.of(), found);
  }

  private static List<String> values(HostilePortal portal) {
    return Stream.concat(
            Stream.of(HostilePortal.SECRET, SandboxAccount.SECRET_ACCESS_KEY),
            portal.secrets().stream()
                .flatMap(secret -> Stream.of(secret.split("; ")))
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1))
                .filter(value -> value.length() >= LONG_ENOUGH))
        .toList();
  }
}
