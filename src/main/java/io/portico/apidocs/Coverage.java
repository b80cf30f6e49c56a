package io.portico.apidocs;

/** How many of some entities are documented. */
record Coverage(int documented, int entities) {
  static Coverage of(Entry entry) {
    return new Coverage(entry.isDocumented() ? 1 : 0, 1);
  }

  Coverage plus(Coverage other) {
    return new Coverage(documented + other.documented, entities + other.entities);
  }

  int missing() {
    return entities - documented;
  }

  /** Rounded down, so that 100 means all. */
  int percent() {
    return entities == 0 ? 100 : (int) (100L * documented / entities);
  }
}
