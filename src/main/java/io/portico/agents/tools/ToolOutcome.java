package io.portico.agents.tools;

import io.portico.portal.ErrorPage;
import java.util.Map;

/** What came of a call. */
sealed interface ToolOutcome {
  /**
   * The result.
   *
   * @param text the same as JSON
   */
  record Given(Map<String, Object> content, String text) implements ToolOutcome {}

  /** No result, and why. */
  record NotGiven(ErrorPage page) implements ToolOutcome {
    /** Tells the agent how to go on. */
    String message() {
      return page.reference()
          .map(
              reference -> "%s. %s Reference: %s".formatted(page.title(), page.advice(), reference))
          .orElse(page.advice());
    }
  }
}
