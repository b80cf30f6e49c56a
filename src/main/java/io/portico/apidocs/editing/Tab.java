package io.portico.apidocs.editing;

import java.util.Locale;

/** The two ways to write a part. */
public enum Tab {
  FIELDS,
  JSON;

  /** As addresses and forms spell it; fields, unless JSON is asked for. */
  static Tab of(String given) {
    return JSON.label().equals(given) ? JSON : FIELDS;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
