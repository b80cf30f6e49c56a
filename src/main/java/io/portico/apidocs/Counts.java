package io.portico.apidocs;

/** How many parts are added, changed, removed and left as they are. */
public record Counts(int added, int changed, int removed, int unchanged) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Whether there is any difference. */
  public boolean isChange() {
    return added + changed + removed > 0;
  }

  /** Short, for people. */
  public String words() {
    return "%,d added, %,d changed, %,d removed".formatted(added, changed, removed);
  }
}
