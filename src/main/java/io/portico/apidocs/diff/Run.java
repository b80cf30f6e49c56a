package io.portico.apidocs.diff;

/** A stretch of a line that is in both texts, or in one of them. */
public record Run(Kind kind, String text) {
  /** Where it is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  public boolean isRemoved() {
    return kind == Kind.REMOVED;
  }

  public boolean isAdded() {
    return kind == Kind.ADDED;
  }
}
