package io.portico.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Lighthouse says of a page.
 *
 * @param machine how fast it found this machine's JavaScript to be; a phone takes a quarter of it
 * @param scores of 100, by the category's title
 * @param missed what cost points, in its words
 */
record LighthouseReport(double machine, Map<String, Double> scores, List<String> missed) {
  static LighthouseReport of(String json) {
    JsonObject told = JsonParser.parseString(json).getAsJsonObject();
    if (told.has("runtimeError")) {
      throw new IllegalStateException(told.get("runtimeError").toString());
    }
    JsonObject audits = told.getAsJsonObject("audits");
    List<JsonObject> categories =
        told.getAsJsonObject("categories").asMap().values().stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    Map<String, Double> scores = new LinkedHashMap<>();
    categories.forEach(
        category ->
            scores.put(
                category.get("title").getAsString(), 100 * category.get("score").getAsDouble()));
    List<String> missed =
        categories.stream()
            .flatMap(category -> elements(category, "auditRefs"))
            .filter(audit -> audit.get("weight").getAsDouble() > 0)
            .map(audit -> audits.getAsJsonObject(audit.get("id").getAsString()))
            .filter(LighthouseReport::cost)
            .map(LighthouseReport::told)
            .distinct()
            .toList();
    double machine = told.getAsJsonObject("environment").get("benchmarkIndex").getAsDouble();
    return new LighthouseReport(machine, scores, missed);
  }

  private static Stream<JsonObject> elements(JsonObject object, String name) {
    return StreamSupport.stream(object.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  private static boolean cost(JsonObject audit) {
    return !audit.get("score").isJsonNull() && audit.get("score").getAsDouble() < 1;
  }

  private static String told(JsonObject audit) {
    String value = audit.has("displayValue") ? ": " + audit.get("displayValue").getAsString() : "";
    return audit.get("title").getAsString() + value;
  }
}
