package io.portico.apidocs.proposing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.Draft;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.diff.ChangedKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProspectTest {
  private static final RestApi API = new RestApi("a1", "a", "", Map.of());
  private static final String OWN = "{\"x\":1.0,\"info\":{\"a\":\"1\",\"b\":[{\"c\":2,\"d\":3}]}}";

  private static Draft draft(Location place, String text) {
    return Gateway.draft(API, Map.of(place, Properties.parse(text)));
  }

  private static Prospect prospect(String keys) {
    return Prospect.of(draft(Location.api(), OWN), Location.api(), Properties.parse(keys));
  }

  @Test
  void keysAreLaidOverWhatThePlaceSays() {
    Prospect prospect = prospect("{\"y\":null,\"info\":{\"a\":\"2\"}}");
    assertEquals(
        Optional.of("{\"x\":1.0,\"info\":{\"a\":\"2\"},\"y\":null}"),
        prospect.after().map(Properties::compact));
    assertTrue(prospect.isPossible());
    assertEquals(
        List.of("info.a", "info.b", "y"),
        prospect.difference().keys().stream().map(ChangedKey::key).toList());
  }

  @Test
  void aPlaceWithoutATextGetsTheKeysAlone() {
    Properties keys = Properties.parse("{\"info\":{}}");
    Prospect prospect = Prospect.of(Gateway.draft(API, Map.of()), Location.api(), keys);
    assertEquals(Optional.of(keys), prospect.after());
    assertTrue(prospect.isPossible());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":1.0}",
        "{\"info\":{\"b\":[{\"d\":3,\"c\":2}],\"a\":\"1\"}}",
        "{\"info\":{\"a\":\"1\",\"b\":[{\"c\":2,\"d\":3}]},\"x\":1.0}"
      })
  void theOrderOfKeysSaysNothing(String keys) {
    assertTrue(prospect(keys).isSaid());
    assertFalse(prospect(keys).isPossible());
    assertTrue(Prospect.isSaid(Optional.of(Properties.parse(OWN)), Properties.parse(keys)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":1}", "{\"info\":{\"a\":\"1\"}}", "{\"z\":\"\"}"})
  void whatDiffersAtAllIsNotSaid(String keys) {
    assertFalse(prospect(keys).isSaid());
    assertFalse(Prospect.isSaid(Optional.of(Properties.parse(OWN)), Properties.parse(keys)));
    assertFalse(Prospect.isSaid(Optional.empty(), Properties.parse(keys)));
  }

  @Test
  void whatWouldBeTooLongIsNotPossible() {
    Prospect prospect =
        Prospect.of(
            draft(Location.api(), "{\"a\":\"" + "x".repeat(40_000) + "\"}"),
            Location.api(),
            Properties.parse("{\"b\":\"" + "x".repeat(40_000) + "\"}"));
    assertEquals(Optional.empty(), prospect.after());
    assertTrue(prospect.obstacle().orElseThrow().contains("64 KiB"));
    assertFalse(prospect.isSaid());
  }

  @Test
  void anOrphanIsNoPlaceToWriteAbout() {
    Location orphan = new Location(LocationType.METHOD, "/gone", "GET", "", "");
    Properties keys = Properties.parse("{\"a\":1}");
    Prospect prospect = Prospect.of(draft(orphan, "{\"b\":2}"), orphan, keys);
    assertTrue(prospect.obstacle().orElseThrow().contains("nothing at this place"));
    assertFalse(prospect.isPossible());
    Location nowhere = new Location(LocationType.METHOD, "/never", "GET", "", "");
    assertTrue(Prospect.of(draft(orphan, "{}"), nowhere, keys).obstacle().isPresent());
  }

  /** A person reads all that is accepted. */
  @Test
  void whatAPageCannotShowAsAWholeIsNotPossible() {
    Prospect lines = prospect("{\"y\":\"" + "\\n".repeat(32_000) + "\"}");
    assertFalse(lines.difference().isWhole());
    assertFalse(lines.isPossible());
    assertTrue(lines.obstacle().orElseThrow().contains("more than a page can show"));
    assertTrue(prospect("{\"y\":\"" + "x".repeat(60_000) + "\"}").isPossible());
  }
}
