package io.portico.agents.tools;

import io.portico.agents.Problem;
import java.util.Map;

/** What came of a call. */
sealed interface ToolOutcome {
  /**
   * The result.
   *
   * @param text the same as JSON
   */
  record Given(Map<String, Object> content, String text) implements ToolOutcome {}

  /**
   * No result.
   *
   * @param message tells the agent how to go on
   */
  record NotGiven(Problem problem, String message) implements ToolOutcome {}
}
