package io.portico.apidocs.publishing;

import java.util.Optional;

/**
 * A side of a comparison, and what it says.
 *
 * @param title what it is, for people
 * @param snapshot empty if it is not known
 * @param unknown why it is not, and what would make it known; empty if it is
 */
public record KnownSide(Side side, String title, Optional<Snapshot> snapshot, String unknown) {
  static KnownSide of(Side side, String title, Snapshot snapshot) {
    return new KnownSide(side, title, Optional.of(snapshot), "");
  }

  /** How many of its parts the portal cannot read. */
  public int unreadable() {
    return snapshot.map(Snapshot::unreadable).orElse(0);
  }

  static KnownSide unknown(Side side, String title, String why) {
    return new KnownSide(side, title, Optional.empty(), why);
  }
}
