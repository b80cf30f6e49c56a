package io.portico.apidocs.publishing;

import static io.portico.apidocs.publishing.OrdersApi.PAGE;

import io.portico.apidocs.publishing.KeptSnapshot.Source;
import io.portico.testsupport.Visitor;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of the orders API's versions. */
final class VersionPages {
  static final String LIST = PAGE + "/versions";
  static final String ONE = PAGE + "/version";

  private VersionPages() {}

  static String at(String version) {
    return ONE + "?name=" + URLEncoder.encode(version, StandardCharsets.UTF_8);
  }

  static Response post(Visitor visitor, String what, String version, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add("name=" + version);
    return visitor.submit("/app", ONE + "/" + what, all);
  }

  /** From where the portal knows what a version says. */
  static Optional<Source> known(Versions versions, String version) {
    return versions.of(OrdersApi.API).version(version).flatMap(ListedVersion::known);
  }
}
