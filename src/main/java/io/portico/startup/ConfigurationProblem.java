package io.portico.startup;

/**
 * Something that keeps the portal from starting.
 *
 * @param property the name to look for in the configuration
 * @param remedy what is wrong and what to set
 */
public record ConfigurationProblem(String property, String remedy) {
  @Override
  public String toString() {
    return property + ": " + remedy;
  }
}
