package io.portico.deploy;

import io.portico.deploy.configuration.ApiDocumentation;
import io.portico.deploy.configuration.Level;
import io.portico.deploy.configuration.Mlflow;
import io.portico.deploy.configuration.PorticoConfiguration;
import io.portico.deploy.configuration.TrackingServer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The portal's properties, all in one variable, which it reads as a file of properties. Variables
 * of their own would not do for names with groups in them: docs/decisions/0029.
 */
final class PortalEnvironment {
  private static final String VARIABLE = "PORTICO_CONFIGURATION";

  private final Map<String, String> properties = new TreeMap<>();

  private PortalEnvironment() {}

  /**
   * @param roles the role to assume on a server, by its id and level
   */
  static Map<String, String> of(
      PorticoConfiguration configuration, String jdbcUrl, Map<String, Map<Level, String>> roles) {
    PortalEnvironment environment = new PortalEnvironment();
    environment.properties.putAll(configuration.properties());
    environment.portal(configuration, jdbcUrl);
    configuration.mlflow().ifPresent(mlflow -> environment.mlflow(mlflow, configuration, roles));
    configuration.apiDocumentation().ifPresent(environment::apiDocumentation);
    return Map.of(VARIABLE, environment.text());
  }

  private String text() {
    return properties.entrySet().stream()
        .map(property -> escaped(property.getKey()) + "=" + line(property.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * @see java.util.Properties#load(java.io.Reader)
   */
  private static String escaped(String key) {
    return key.replaceAll("[\\\\ :=#!]", "\\\\$0");
  }

  /** Of one line, and without blanks before it, as the configuration is read. */
  private static String line(String value) {
    return value.replace("\\", "\\\\");
  }

  private void portal(PorticoConfiguration configuration, String jdbcUrl) {
    var portal = configuration.portal();
    put("portico.portal.origin", portal.origin());
    portal.contact().ifPresent(contact -> put("portico.portal.contact", contact));
    list("portico.portal.embedded-in", portal.embeddedIn());
    list("portico.identity.roles.auditor", portal.auditors());
    put("quarkus.oidc.auth-server-url", configuration.signIn().issuer());
    put("quarkus.oidc.client-id", configuration.signIn().clientId());
    put("quarkus.datasource.jdbc.url", jdbcUrl);
    configuration
        .collector()
        .ifPresent(
            collector -> {
              put("quarkus.otel.sdk.disabled", "false");
              put("quarkus.otel.exporter.otlp.endpoint", collector);
            });
  }

  private void mlflow(
      Mlflow mlflow, PorticoConfiguration configuration, Map<String, Map<Level, String>> roles) {
    put("portico.mlflow.origin", "https://" + mlflow.host());
    put("portico.mlflow.proxy.spool-quota", (configuration.size().spool() - 1) + "G");
    mlflow.servers().forEach(server -> server(server, roles.getOrDefault(server.id(), Map.of())));
  }

  private void server(TrackingServer server, Map<Level, String> roles) {
    String prefix = "portico.mlflow.servers." + server.id() + ".";
    put(prefix + "arn", server.arn());
    server.title().ifPresent(title -> put(prefix + "title", title));
    server.roleArn().ifPresent(role -> put(prefix + "role-arn", role));
    roles.forEach(
        (level, role) ->
            put(prefix + (server.isApp() ? "role-arn" : "role-arns." + level.label()), role));
    server.access().forEach((group, level) -> put(prefix + "access." + key(group), level.label()));
    server.scopes().forEach((scope, level) -> put(prefix + "scopes." + key(scope), level.label()));
  }

  private void apiDocumentation(ApiDocumentation documentation) {
    put("portico.apidocs.region", documentation.region());
    documentation
        .access()
        .forEach(
            (group, access) ->
                access.forEach(
                    (role, selectors) ->
                        list(
                            "portico.apidocs.access." + key(group) + "." + role.label(),
                            selectors)));
    list("portico.documents.public", documentation.publicDocuments());
  }

  /** A comma within a value does not end it: a group "Data, Leads" is not a group "Leads". */
  private void list(String name, Collection<String> values) {
    String all =
        values.stream()
            .map(value -> value.replaceAll("[\\\\,]", "\\\\$0"))
            .collect(Collectors.joining(","));
    if (!all.isEmpty()) {
      put(name, all);
    }
  }

  private void put(String name, String value) {
    properties.put(name, value);
  }

  /** A name with anything but letters, digits and hyphens stands in quotation marks. */
  private static String key(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : '"' + name + '"';
  }
}
