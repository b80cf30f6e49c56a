package io.portico.deploy.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration with mistakes, all of which its message names. */
public final class MistakenConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  MistakenConfiguration(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> "  - " + mistake)
            .collect(Collectors.joining("\n", "Nothing was deployed. Please correct:\n", "")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
