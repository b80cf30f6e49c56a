package io.portico.deploy.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one may do on a tracking server; each level holds the ones before it. */
public enum Level {
  VIEWER,
  CONTRIBUTOR,
  MANAGER;

  /** As the portal's properties spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This level and those that it holds. */
  public List<Level> held() {
    return Arrays.asList(values()).subList(0, ordinal() + 1);
  }

  static Level read(Section section, String key) {
    return Choice.of(section, key, values(), VIEWER);
  }
}
