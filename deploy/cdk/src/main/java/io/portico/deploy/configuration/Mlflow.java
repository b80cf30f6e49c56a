package io.portico.deploy.configuration;

import java.util.List;
import java.util.Optional;

/**
 * MLflow: its own host name, and the servers behind it.
 *
 * @param host where the MLflow UI is, a host of its own
 * @param certificateArn its certificate, if the portal's does not hold for it
 */
public record Mlflow(String host, Optional<String> certificateArn, List<TrackingServer> servers) {
  static Mlflow read(Section section) {
    Section servers = section.section("servers");
    Mlflow mlflow =
        new Mlflow(
            section.required("host", Form.HOST),
            section.text("certificate-arn", Form.CERTIFICATE),
            List.copyOf(
                servers
                    .each(Form.SERVER_ID, id -> TrackingServer.read(id, servers.section(id)))
                    .values()));
    if (mlflow.servers.isEmpty()) {
      section.mistake("servers", "name at least one tracking server or App, or leave out mlflow");
    }
    return mlflow;
  }
}
