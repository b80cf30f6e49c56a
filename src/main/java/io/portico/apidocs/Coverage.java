package io.portico.apidocs;

/** How many of some entities are documented. */
public record Coverage(int documented, int entities) {
  public static Coverage of(Entry entry) {
    return new Coverage(entry.isDocumented() ? 1 : 0, 1);
  }

  public Coverage plus(Coverage other) {
    return new Coverage(documented + other.documented, entities + other.entities);
  }

  public int missing() {
    return entities - documented;
  }

  /** Rounded down, so that 100 means all. */
  public int percent() {
    return entities == 0 ? 100 : (int) (100L * documented / entities);
  }
}
