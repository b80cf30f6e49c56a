package io.portico.mlflow;

import java.util.Locale;

/** What one may do on a tracking server; each level holds the ones before it. */
public enum AccessLevel {
  /** Reads. */
  VIEWER,
  /** Writes: experiments, runs, metrics, artifacts, traces. */
  CONTRIBUTOR,
  /** Deletes, restores, moves registered models between stages and aliases; starts and stops. */
  MANAGER;

  public boolean includes(AccessLevel needed) {
    return compareTo(needed) >= 0;
  }

  /** As configuration, pages and tokens spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
