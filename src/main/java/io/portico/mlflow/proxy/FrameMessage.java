package io.portico.mlflow.proxy;

import io.portico.portal.Origin;
import java.util.Optional;

/** What the frame shows when MLflow cannot be. */
public record FrameMessage(String text, int status, Optional<String> reference, Origin portal) {

  /** Addresses below a server's name. */
  public String script() {
    return FrameAsset.SCRIPT.address();
  }

  public String style() {
    return FrameAsset.STYLE.address();
  }

  public boolean sessionEnded() {
    return status == 401;
  }

  public boolean worthRetrying() {
    return status >= 500;
  }
}
