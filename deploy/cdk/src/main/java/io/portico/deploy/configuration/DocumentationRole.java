package io.portico.deploy.configuration;

import java.util.Locale;

/** What one may do with the documentation of an API; each role holds the ones before it. */
public enum DocumentationRole {
  VIEWER,
  EDITOR,
  PUBLISHER;

  /** As the portal's properties spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
