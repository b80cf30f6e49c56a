package io.portico.mlflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** The level of a {@link #label()}; empty if there is none. */
  public static Optional<AccessLevel> of(String label) {
    return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
  }

  /** As configuration, pages and tokens spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
