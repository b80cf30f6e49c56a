package io.portico.agents.tools;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run's latest metrics by name.
 *
 * @param finite those that JSON has numbers for
 * @param others NaN and the infinities
 */
record RunNumbers(Map<String, Double> finite, Map<String, String> others) {

  static RunNumbers of(JsonObject data) {
    Map<String, Double> finite = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    Texts.objects(data, "metrics")
        .forEach(
            metric -> {
              String key = Texts.text(metric, "key").orElse("");
              number(metric).ifPresent(value -> put(key, value, finite, others));
            });
    return new RunNumbers(finite, others);
  }

  private static void put(
      String key, double value, Map<String, Double> finite, Map<String, String> others) {
    if (Double.isFinite(value)) {
      finite.put(key, value);
    } else {
      others.put(key, Double.toString(value));
    }
  }

  /** What is not finite is a text in protobuf's JSON. */
  static Optional<Double> number(JsonObject metric) {
    try {
      return Texts.text(metric, "value").map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Parameters or tags. */
  static Map<String, String> pairs(JsonObject data, String key, int longest) {
    return Texts.objects(data, key)
        .collect(
            Collectors.toMap(
                pair -> Texts.text(pair, "key").orElse(""),
                pair -> Texts.cut(Texts.text(pair, "value").orElse(""), longest),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
