package io.portico.apidocs.publishing;

import java.util.Locale;

/** How far a publication has come. */
public enum PublicationState {
  /** Shown to a person, and not confirmed. */
  PLANNED,
  RUNNING,
  DONE,
  /** It ended before all was done; its message tells where it stands. */
  FAILED;

  /** For people. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
