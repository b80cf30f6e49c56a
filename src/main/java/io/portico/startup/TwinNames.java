package io.portico.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Names that differ in capitals alone. SmallRye Config gives the property of an environment
 * variable a second name in lower case: with it a group of that name would hold what was given to
 * another.
 */
@ApplicationScoped
class TwinNames implements ConfigurationCheck {
  private final Config config;

  TwinNames(Config config) {
    this.config = config;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    Map<String, List<String>> twins =
        names().collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT)));
    return twins.values().stream()
        .filter(names -> names.size() > 1)
        .map(TwinNames::problem)
        .sorted((one, other) -> one.property().compareTo(other.property()))
        .toList();
  }

  private Stream<String> names() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith("portico."))
        .distinct()
        .sorted();
  }

  private static ConfigurationProblem problem(List<String> names) {
    return new ConfigurationProblem(
        names.get(0),
        "is also there as %s; set names with capitals in config/application.properties or %s"
            .formatted(names.get(1), ConfigurationText.VARIABLE));
  }
}
