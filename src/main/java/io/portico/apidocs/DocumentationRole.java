package io.portico.apidocs;

import java.util.Locale;

/** What one may do with an API's documentation; each role holds the ones before it. */
public enum DocumentationRole {
  /** Reads the draft. */
  VIEWER,
  /** Changes the draft. */
  EDITOR,
  /** Makes versions and shows them on stages. */
  PUBLISHER;

  public boolean includes(DocumentationRole needed) {
    return compareTo(needed) >= 0;
  }

  /** As configuration and pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
