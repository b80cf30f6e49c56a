package io.portico.apidocs.importing;

import java.util.Locale;

/** How far an import has come. */
public enum ImportState {
  /** It waits for its confirmation; nothing was sent. */
  PLANNED,
  RUNNING,
  DONE,
  /** Nothing was changed. */
  FAILED,
  /** Whoever ran it is gone, or had no answer: it is not known whether it was done. */
  STOPPED;

  /** For people. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it may have changed anything, so that there is something to go back from. */
  public boolean mayHaveChanged() {
    return this == DONE || this == STOPPED;
  }
}
