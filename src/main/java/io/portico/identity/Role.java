package io.portico.identity;

import java.util.Locale;

/** What a person may do in the portal beside MLflow, where each tracking server says who may. */
public enum Role {
  /** Edits API documentation. */
  DOCUMENTATION_EDITOR,
  /** Publishes documentation versions to stages. */
  DOCUMENTATION_PUBLISHER,
  /** Reads everybody's activity. */
  AUDITOR;

  /** For people, and without its hyphens as configuration spells it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
