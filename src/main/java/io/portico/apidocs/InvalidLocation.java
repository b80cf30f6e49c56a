package io.portico.apidocs;

import java.util.Map;

/** There is no such place in any API. */
public final class InvalidLocation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  public InvalidLocation(Map<String, String> problems) {
    // No stack trace: this is an answer, not an accident.
    super(String.join(" ", problems.values()), null, false, false);
    this.problems = Map.copyOf(problems);
  }

  /** What to do about it, by the key of the coordinate, or by {@code type}. */
  public Map<String, String> problems() {
    return problems;
  }
}
