package io.portico.supply;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of the application, as the bill of materials names it.
 *
 * @param purl its package URL: {@code pkg:maven/group/name@version?classifier=…&type=jar}
 * @param sha256 of its jar, in hexadecimal digits; empty if it is not told
 * @param licences each by its SPDX identifier or expression, or else as its author called it
 */
record Part(
    String group, String name, String version, String purl, String sha256, List<String> licences) {
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

  static Part of(JsonObject component) {
    return new Part(
        component.getString("group"),
        component.getString("name"),
        component.getString("version"),
        component.getString("purl"),
        objects(component, "hashes")
            .filter(hash -> hash.getString("alg").equals("SHA-256"))
            .map(hash -> hash.getString("content"))
            .findFirst()
            .orElse(""),
        objects(component, "licenses").map(Part::licence).sorted().toList());
  }

  static Stream<JsonObject> objects(JsonObject json, String list) {
    return json.getJsonArray(list, new JsonArray()).stream().map(JsonObject.class::cast);
  }

  private static String licence(JsonObject choice) {
    JsonObject licence = choice.getJsonObject("license", new JsonObject());
    return choice.getString("expression", licence.getString("id", licence.getString("name")));
  }

  /** As Quarkus calls its jar. */
  String file() {
    Matcher classifier = CLASSIFIER.matcher(purl);
    String suffix = classifier.find() ? "-" + classifier.group(1) : "";
    return group + "." + name + "-" + version + suffix + ".jar";
  }
}
