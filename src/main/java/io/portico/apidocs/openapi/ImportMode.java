package io.portico.apidocs.openapi;

/** What becomes of the draft's own parts when a file is imported. */
public enum ImportMode {
  /** They stay; where the file has a part, its keys replace those of the draft that differ. */
  MERGE,
  /** They go, and the file's parts are all there is. */
  OVERWRITE
}
