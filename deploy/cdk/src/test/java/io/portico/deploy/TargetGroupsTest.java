package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ELB refuses, and neither the CDK nor cdk-nag nor cfn-lint tells beforehand. */
class TargetGroupsTest {
  private static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

  /**
   * Those of target groups of an Application Load Balancer with targets by address.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html">
   *     TargetGroupAttribute</a>
   */
  private static final Set<String> DOCUMENTED =
      Set.of(
          "deregistration_delay.timeout_seconds",
          "load_balancing.algorithm.anomaly_mitigation",
          "load_balancing.algorithm.type",
          "load_balancing.cross_zone.enabled",
          "slow_start.duration_seconds",
          "stickiness.app_cookie.cookie_name",
          "stickiness.app_cookie.duration_seconds",
          "stickiness.enabled",
          "stickiness.lb_cookie.duration_seconds",
          "stickiness.type",
          "target_group_health.dns_failover.minimum_healthy_targets.count",
          "target_group_health.dns_failover.minimum_healthy_targets.percentage",
          "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
          "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage");

  @ParameterizedTest
  @EnumSource
  void everyAttributeIsDocumented(Synthesised which) {
    groups(which).values().forEach(group -> assertTrue(DOCUMENTED.containsAll(group.keySet())));
  }

  @ParameterizedTest
  @EnumSource
  void programsGoToWhereFewestRequestsAre(Synthesised which) {
    assertEquals(
        "least_outstanding_requests",
        group(which, "Programs").get("load_balancing.algorithm.type"));
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreKeptFromTasksThatAnswerOddly(Synthesised which) {
    Map<String, String> people = group(which, "People");
    assertEquals("weighted_random", people.get("load_balancing.algorithm.type"));
    assertEquals("on", people.get("load_balancing.algorithm.anomaly_mitigation"));
  }

  /**
   * With either algorithm ELB takes no slow start: readiness waits for the warm-up in its place.
   */
  @ParameterizedTest
  @EnumSource
  void nothingStartsSlowlyOrSticks(Synthesised which) {
    groups(which)
        .values()
        .forEach(
            group -> {
              assertEquals("0", group.getOrDefault("slow_start.duration_seconds", "0"));
              assertEquals("false", group.get("stickiness.enabled"));
              assertEquals("120", group.get("deregistration_delay.timeout_seconds"));
            });
  }

  @ParameterizedTest
  @EnumSource
  void healthIsAskedForOnThePortThatNobodyElseReaches(Synthesised which) {
    assertEquals(2, Synthesised.resources(which.serviceJson(), TARGET_GROUP).size());
    Synthesised.resources(which.serviceJson(), TARGET_GROUP)
        .values()
        .forEach(
            group -> {
              assertEquals("8080", group.path("Port").asText());
              assertEquals("9000", group.path("HealthCheckPort").asText());
              assertEquals("/q/health/ready", group.path("HealthCheckPath").asText());
              assertEquals("HTTP", group.path("Protocol").asText());
            });
  }

  private static Map<String, String> group(Synthesised which, String id) {
    return groups(which).entrySet().stream()
        .filter(group -> group.getKey().startsWith(id))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Map<String, Map<String, String>> groups(Synthesised which) {
    Map<String, Map<String, String>> groups = new TreeMap<>();
    Synthesised.resources(which.serviceJson(), TARGET_GROUP)
        .forEach((id, group) -> groups.put(id, attributes(group)));
    return groups;
  }

  private static Map<String, String> attributes(JsonNode group) {
    return Synthesised.each(group.path("TargetGroupAttributes"))
        .collect(Collectors.toMap(a -> a.path("Key").asText(), a -> a.path("Value").asText()));
  }
}
