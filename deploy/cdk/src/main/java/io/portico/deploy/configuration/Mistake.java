package io.portico.deploy.configuration;

/**
 * Something that cannot be deployed as it is written.
 *
 * @param property where it stands, for example {@code size.tasks.min}
 * @param remedy what to do
 */
public record Mistake(String property, String remedy) {
  @Override
  public String toString() {
    return property + ": " + remedy;
  }
}
