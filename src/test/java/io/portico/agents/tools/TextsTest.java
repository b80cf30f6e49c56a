package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MLflow's JSON, whatever stands in it. */
class TextsTest {
  @ParameterizedTest
  @CsvSource({"abc, 3, abc", "abcd, 3, ab…", "a😀b, 3, a…", "a😀bc, 4, a😀…"})
  void longTextsEndInOneSignMore(String text, int most, String cut) {
    assertEquals(cut, Texts.cut(text, most));
  }

  @Test
  void anotherFormThanMlflowsIsNothing() {
    JsonObject odd =
        new JsonObject("{\"a\":{\"x\":1},\"b\":[1,{\"key\":\"k\"},null],\"c\":null,\"d\":true}");
    assertEquals(Optional.empty(), Texts.text(odd, "a"));
    assertEquals(Optional.empty(), Texts.text(odd, "c"));
    assertEquals(Optional.empty(), Texts.text(odd, "d"));
    assertEquals(new JsonObject(), Texts.object(odd, "b"));
    assertEquals(List.of(new JsonObject("{\"key\":\"k\"}")), Texts.objects(odd, "b").toList());
    assertEquals(Map.of("k", ""), RunNumbers.pairs(odd, "b", 10));
    assertEquals(List.of(), Texts.texts(odd, "b"));
  }

  @Test
  void timesAreMillisecondsAsTextOrNumber() {
    JsonObject info =
        new JsonObject("{\"a\":1500000000000,\"b\":\"1500000000000\",\"c\":\"soon\",\"d\":0}");
    Optional<String> then = Optional.of("2017-07-14T02:40:00Z");
    assertEquals(then, Texts.time(info, "a"));
    assertEquals(then, Texts.time(info, "b"));
    assertEquals(Optional.empty(), Texts.time(info, "c"));
    assertEquals(Optional.empty(), Texts.time(info, "d"));
  }

  @Test
  void metricsThatJsonHasNoNumberForAreTold() {
    RunNumbers numbers =
        RunNumbers.of(
            new JsonObject(
                """
                {"metrics": [
                  {"key": "loss", "value": "NaN"}, {"key": "auc", "value": 0.5},
                  {"key": "best", "value": "-Infinity"}, {"key": "odd", "value": "high"}]}
                """));
    assertEquals(Map.of("auc", 0.5), numbers.finite());
    assertEquals(Map.of("loss", "NaN", "best", "-Infinity"), numbers.others());
  }
}
