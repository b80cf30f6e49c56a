package io.portico.identity;

import java.util.Locale;

/** What a person may do in the whole portal; tracking servers and APIs say themselves who may. */
public enum Role {
  /** Reads everybody's activity. */
  AUDITOR;

  /** For people, and without its hyphens as configuration spells it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
