package io.portico.agents;

import io.portico.agents.DocumentAddress.Kind;

/** How long caches keep what (RFC 9111; RFC 5861). */
enum CacheRule {
  /** A stage may show something else any minute. */
  STAGE("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"),
  VERSION("public, max-age=86400, stale-while-revalidate=604800"),
  CATALOGUE("public, max-age=3600"),
  /** For those who may read it: they ask each time, and are told that nothing has changed. */
  PERSONAL("private, no-cache");

  private final String control;

  CacheRule(String control) {
    this.control = control;
  }

  static CacheRule of(Kind kind, boolean isPublic) {
    if (!isPublic) {
      return PERSONAL;
    }
    return kind == Kind.STAGE ? STAGE : VERSION;
  }

  /** The header {@code Cache-Control}. */
  String control() {
    return control;
  }

  boolean isPublic() {
    return this != PERSONAL;
  }
}
