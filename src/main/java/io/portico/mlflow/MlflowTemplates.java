package io.portico.mlflow;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages about tracking servers. */
@CheckedTemplate(basePath = "mlflow")
final class MlflowTemplates {
  private MlflowTemplates() {}

  /** The card on the home page. */
  static native TemplateInstance card(List<ServerAccess> servers);

  /** All servers of a person. */
  static native TemplateInstance catalogue(List<ServerAccess> servers);

  /** A server's status, loaded after the row it stands in. */
  static native TemplateInstance status(ServerStatus status);

  /** One server, opened. */
  static native TemplateInstance trackingServer(TrackingServerPage page);
}
