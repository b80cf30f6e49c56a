package io.portico.apidocs;

import com.github.benmanes.caffeine.cache.Ticker;
import io.portico.identity.Person;
import io.portico.startup.ConfigurationCheck;
import io.portico.startup.ConfigurationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.regions.Region;

/** The account's REST APIs, and who may do what with their documentation. */
@ApplicationScoped
public class RestApis implements ConfigurationCheck {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);
  private static final String ALL = "";

  /** What a group holds where. */
  private record Rule(String group, DocumentationRole role, ApiSelector apis) {}

  private final List<ConfigurationProblem> problems = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final ApiGatewayDocumentation gateway;
  private final SharedReads<Map<String, RestApi>> apis =
      new SharedReads<>(MAX_AGE, Ticker.systemTicker());

  RestApis(ApiDocsConfig config, ApiGatewayDocumentation gateway) {
    this.gateway = gateway;
    config.access().forEach(this::read);
    if (!config.access().isEmpty() && config.region().filter(RestApis::isRegion).isEmpty()) {
      problems.add(
          new ConfigurationProblem(
              "portico.apidocs.region", "set the region of the REST APIs, such as eu-west-1"));
    }
  }

  private static boolean isRegion(String region) {
    return Region.regions().contains(Region.of(region));
  }

  private void read(String group, Map<DocumentationRole, List<String>> roles) {
    roles.forEach(
        (role, selectors) -> {
          for (String selector : selectors) {
            try {
              rules.add(new Rule(group, role, ApiSelector.parse(selector)));
            } catch (IllegalArgumentException e) {
              String property = "portico.apidocs.access.%s.%s".formatted(group, role.label());
              problems.add(new ConfigurationProblem(property, e.getMessage()));
            }
          }
        });
  }

  private Map<String, RestApi> byId() {
    return apis.get(ALL, () -> byId(gateway.restApis()));
  }

  private static Map<String, RestApi> byId(List<RestApi> apis) {
    Map<String, RestApi> byId = new TreeMap<>();
    apis.forEach(api -> byId.put(api.id(), api));
    return byId;
  }

  @Override
  public List<ConfigurationProblem> problems() {
    return problems;
  }

  /** Whether a person has a role anywhere, whatever APIs there are; asks nobody. */
  public boolean concern(Person person) {
    return rules.stream().anyMatch(rule -> person.groups().contains(rule.group));
  }

  /**
   * Those the person has a role on, by name.
   *
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public List<ApiAccess> of(Person person) {
    if (!concern(person)) {
      return List.of();
    }
    return byId().values().stream()
        .flatMap(api -> access(person, api).stream())
        .sorted(Comparator.comparing((ApiAccess access) -> access.api().name()))
        .toList();
  }

  /**
   * One of {@link #of(Person)}.
   *
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public Optional<ApiAccess> of(Person person, String id) {
    return concern(person)
        ? Optional.ofNullable(byId().get(id)).flatMap(api -> access(person, api))
        : Optional.empty();
  }

  /**
   * For work that goes on when the person who asked for it has left.
   *
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public Optional<RestApi> find(String id) {
    return Optional.ofNullable(byId().get(id));
  }

  /**
   * Those of the account, whoever may do what with them.
   *
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public List<RestApi> all() {
    return List.copyOf(byId().values());
  }

  /** Whether anybody has a role anywhere; asks nobody. */
  public boolean concernAnybody() {
    return !rules.isEmpty();
  }

  /** Whether members of those groups have at least that role on some API; asks nobody. */
  public boolean isHeld(Set<String> groups, DocumentationRole role) {
    return rules.stream().anyMatch(rule -> groups.contains(rule.group) && rule.role.includes(role));
  }

  /** Whether anybody has a role on an API; asks nobody. */
  public boolean concern(RestApi api) {
    return rules.stream().anyMatch(rule -> rule.apis.selects(api));
  }

  /** What members of those groups may do with an API's documentation; asks nobody. */
  public Optional<DocumentationRole> role(Set<String> groups, RestApi api) {
    return rules.stream()
        .filter(rule -> groups.contains(rule.group) && rule.apis.selects(api))
        .map(Rule::role)
        .max(Comparator.naturalOrder());
  }

  private Optional<ApiAccess> access(Person person, RestApi api) {
    return role(person.groups(), api).map(role -> new ApiAccess(api, role));
  }
}
