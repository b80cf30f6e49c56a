package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftDigestTest {
  private static final Location PETS = new Location(LocationType.RESOURCE, "/pets", "", "", "");

  private static DraftDigest of(Map<Location, Properties> parts) {
    return DraftDigest.of(Gateway.draft(new RestApi("a", "a", "", Map.of()), parts));
  }

  private static Properties said(String description) {
    return Properties.parse("{\"description\":\"%s\"}".formatted(description));
  }

  @Test
  void theOrderOfPartsIsNoDifference() {
    Map<Location, Properties> one = new LinkedHashMap<>();
    one.put(PETS, said("a"));
    one.put(Location.api(), said("b"));
    Map<Location, Properties> other = new LinkedHashMap<>();
    other.put(Location.api(), said("b"));
    other.put(PETS, said("a"));
    assertEquals(of(one), of(other));
  }

  @Test
  void anyOtherDifferenceIsOne() {
    DraftDigest base = of(Map.of(PETS, said("a")));
    assertNotEquals(base, of(Map.of(PETS, said("b"))));
    assertNotEquals(base, of(Map.of(Location.api(), said("a"))));
    assertNotEquals(base, of(Map.of()));
  }
}
