package io.portico.startup;

import java.util.List;

/** What one feature finds wrong in its configuration; all of it is reported at once at start. */
public interface ConfigurationCheck {
  List<ConfigurationProblem> problems();
}
