package io.portico.deploy.configuration;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Properties of the portal that have no place of their own here. */
final class MoreProperties {
  private static final Set<String> SECRET =
      Set.of("secret", "password", "access-key", "token-value");
  private static final Set<String> HAVE_A_PLACE =
      Set.of(
          "portico.portal.origin",
          "portico.portal.contact",
          "portico.portal.embedded-in",
          "portico.identity.roles.auditor",
          "portico.mlflow.origin",
          "portico.mlflow.proxy.spool-quota",
          "portico.apidocs.region",
          "portico.documents.public",
          "quarkus.oidc.auth-server-url",
          "quarkus.oidc.client-id",
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.username",
          "quarkus.otel.sdk.disabled",
          "quarkus.otel.exporter.otlp.endpoint");
  private static final Set<String> HAVE_PLACES =
      Set.of("portico.mlflow.servers.", "portico.apidocs.access.");

  private MoreProperties() {}

  static Map<String, String> read(Section section) {
    return section.each(
        Form.PROPERTY,
        name -> {
          check(section, name);
          return section.text(name, Form.LINE).orElse("");
        });
  }

  private static void check(Section section, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (SECRET.stream().anyMatch(lower::contains)) {
      section.mistake(name, "a secret must not stand in this file; it comes from Secrets Manager");
    }
    if (HAVE_A_PLACE.contains(lower) || HAVE_PLACES.stream().anyMatch(lower::startsWith)) {
      section.mistake(name, "has a place of its own in this file; write it there");
    }
  }
}
