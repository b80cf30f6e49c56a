package io.portico.apidocs;

import java.util.Locale;

/** What an import does with what is there. */
public enum ImportMode {
  /** Adds parts; in existing ones replaces the keys that the file has. */
  MERGE,
  /** Replaces the whole documentation. */
  OVERWRITE;

  /** As API Gateway and forms spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
