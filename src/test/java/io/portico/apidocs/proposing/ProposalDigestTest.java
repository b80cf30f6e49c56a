package io.portico.apidocs.proposing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProposalDigestTest {
  private static final Properties KEYS = Properties.parse("{\"a\":1}");

  private static Location method(String path, String method) {
    return new Location(LocationType.METHOD, path, method, "", "");
  }

  @Test
  void whateverIsDifferentMakesAnother() {
    Set<String> digests =
        List.of(
                method("/a", "GET"),
                method("/a", "POST"),
                method("/aGET", "*"),
                new Location(LocationType.RESOURCE, "/a", "", "", ""),
                new Location(LocationType.RESPONSE, "/a", "GET", "200", ""),
                new Location(LocationType.RESPONSE, "/a", "GET", "404", ""),
                new Location(LocationType.QUERY_PARAMETER, "/a", "GET", "", "200"))
            .stream()
            .map(place -> ProposalDigest.of(place, KEYS))
            .collect(Collectors.toSet());
    digests.add(ProposalDigest.of(method("/a", "GET"), Properties.parse("{\"a\":1.0}")));
    assertEquals(8, digests.size());
    assertEquals(
        ProposalDigest.of(method("/a", "GET"), KEYS),
        ProposalDigest.of(method("/a", "GET"), Properties.parse("{ \"a\": 1 }")));
  }
}
