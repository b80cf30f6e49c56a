package io.portico.apidocs;

import java.util.Optional;

/** Somebody else was faster; nothing was written. */
public final class LostUpdate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Properties> there;

  LostUpdate(Optional<Properties> there) {
    super("The part has changed meanwhile", null, false, false);
    this.there = there;
  }

  /** What is there now; empty if nothing is. */
  public Optional<Properties> there() {
    return there;
  }
}
