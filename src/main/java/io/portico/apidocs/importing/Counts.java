package io.portico.apidocs.importing;

/** How many parts an import adds, changes, removes and leaves as they are. */
public record Counts(int added, int changed, int removed, int unchanged) {
  static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Whether there is anything to do. */
  public boolean isChange() {
    return added + changed + removed > 0;
  }

  /** Short, for people. */
  public String words() {
    return "%,d added, %,d changed, %,d removed".formatted(added, changed, removed);
  }
}
