package io.portico.mlflow.proxy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of ours that stand on the MLflow origin. */
@CheckedTemplate(basePath = "mlflow")
final class FrameTemplates {
  private FrameTemplates() {}

  static native TemplateInstance message(FrameMessage message);
}
