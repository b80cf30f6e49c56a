package io.portico.agents;

import io.portico.apidocs.ApiDocsConfig;
import io.portico.apidocs.ApiSelector;
import io.portico.apidocs.RestApi;
import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The APIs whose documents anybody may read. */
@ApplicationScoped
class PublicApis implements ConfigurationCheck {
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(10);

  private final List<ConfigurationProblem> problems = new ArrayList<>();
  private final List<ApiSelector> selectors = new ArrayList<>();

  PublicApis(DocumentsConfig config, ApiDocsConfig apis) {
    config.publicApis().orElse(List.of()).forEach(this::read);
    if (!selectors.isEmpty() && apis.region().isEmpty()) {
      problems.add(
          new ConfigurationProblem(
              "portico.apidocs.region", "set the region of the REST APIs, such as eu-west-1"));
    }
    if (config.lookEvery().compareTo(SHORTEST_LOOK) < 0) {
      problems.add(new ConfigurationProblem("portico.documents.look-every", "set 10S or more"));
    }
    config
        .securityContact()
        .filter(contact -> !SecurityText.isAddress(contact))
        .ifPresent(
            contact ->
                problems.add(
                    new ConfigurationProblem(
                        "portico.documents.security-contact",
                        "set an address such as mailto:security@example.com")));
  }

  private void read(String selector) {
    try {
      selectors.add(ApiSelector.parse(selector));
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigurationProblem("portico.documents.public", e.getMessage()));
    }
  }

  @Override
  public List<ConfigurationProblem> problems() {
    return problems;
  }

  boolean isEmpty() {
    return selectors.isEmpty();
  }

  boolean include(RestApi api) {
    return selectors.stream().anyMatch(selector -> selector.selects(api));
  }
}
