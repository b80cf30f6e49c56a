package io.portico.sandbox.endpoint;

import io.portico.sandbox.endpoint.TrackingServer.Status;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Servers and Apps as the control plane describes them; the names are the API model's. */
final class MlflowDescriptions {

  private static final String MLFLOW_VERSION = "3.4.0";
  private static final String ROLE =
      "arn:aws:iam::" + SandboxAccount.ID + ":role/portico-sandbox-mlflow";

  private MlflowDescriptions() {}

  static JsonObject server(TrackingServer server, Instant now) {
    return serverSummary(server, now)
        .put("ArtifactStoreUri", artifacts(server.name()))
        .put("TrackingServerSize", "Small")
        .put("RoleArn", ROLE)
        .put("TrackingServerUrl", "https://" + server.name() + ".sandbox.invalid")
        .put("WeeklyMaintenanceWindowStart", "Tue:03:30")
        .put("AutomaticModelRegistration", false);
  }

  static JsonObject serverSummary(TrackingServer server, Instant now) {
    Status status = server.status(now);
    return new JsonObject()
        .put("TrackingServerArn", server.arn())
        .put("TrackingServerName", server.name())
        .put("TrackingServerStatus", status.name())
        .put("IsActive", status == Status.Started ? "Active" : "Inactive")
        .put("MlflowVersion", MLFLOW_VERSION)
        .put("CreationTime", server.created().getEpochSecond())
        .put("LastModifiedTime", server.lastModified().getEpochSecond());
  }

  static JsonObject app(MlflowApp app) {
    return appSummary(app)
        .put("ArtifactStoreUri", artifacts(app.name()))
        .put("RoleArn", ROLE)
        .put("ModelRegistrationMode", "AutoModelRegistrationDisabled")
        .put("AccountDefaultStatus", "DISABLED")
        .put("WeeklyMaintenanceWindowStart", "Tue:03:30");
  }

  static JsonObject appSummary(MlflowApp app) {
    return new JsonObject()
        .put("Arn", app.arn())
        .put("Name", app.name())
        .put("Status", "Created")
        .put("MlflowVersion", MLFLOW_VERSION)
        .put("CreationTime", app.created().getEpochSecond())
        .put("LastModifiedTime", app.created().getEpochSecond());
  }

  private static String artifacts(String name) {
    return "s3://portico-sandbox-artifacts/" + name;
  }
}
