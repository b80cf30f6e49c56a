package io.portico.agents.tools;

import java.util.Optional;

/**
 * MLflow's filter for names that contain a text.
 *
 * @see <a href="https://mlflow.org/docs/latest/search-experiments">Search Experiments</a>
 */
final class NameFilter {
  private NameFilter() {}

  /**
   * The filter; empty if everything matches.
   *
   * @throws ToolRefusal for a text that MLflow's syntax cannot quote
   */
  static String containing(Optional<String> text) {
    return text.filter(asked -> !asked.isBlank())
        .map(asked -> "name ILIKE " + quoted("%" + asked + "%"))
        .orElse("");
  }

  private static String quoted(String text) {
    // It knows no escapes.
    if (!text.contains("'")) {
      return "'" + text + "'";
    }
    if (text.contains("\"")) {
      throw ToolRefusal.of("Search for a part of the name without quotation marks.");
    }
    return "\"" + text + "\"";
  }
}
