package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Match;

/** The way in. */
class LoadBalancerTest {
  private static final String ELB = "AWS::ElasticLoadBalancingV2::";

  @ParameterizedTest
  @EnumSource
  void takesHttpsAloneAndAnswers404ToStrangers(Synthesised which) {
    which.service().resourceCountIs(ELB + "Listener", 1);
    which
        .service()
        .hasResourceProperties(
            ELB + "Listener",
            Map.of(
                "Port",
                443,
                "Protocol",
                "HTTPS",
                "SslPolicy",
                "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
                "DefaultActions",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "Type",
                            "fixed-response",
                            "FixedResponseConfig",
                            Match.objectLike(Map.of("StatusCode", "404")))))));
  }

  @ParameterizedTest
  @EnumSource
  void letsNothingAmbiguousThroughAndWritesDownTheRest(Synthesised which) {
    Map<String, String> attributes = attributes(which);
    assertEquals("strictest", attributes.get("routing.http.desync_mitigation_mode"));
    assertEquals("true", attributes.get("routing.http.drop_invalid_header_fields.enabled"));
    assertEquals("75", attributes.get("idle_timeout.timeout_seconds"));
    assertEquals("true", attributes.get("access_logs.s3.enabled"));
    assertEquals(
        String.valueOf(which.configuration().keepData()),
        attributes.getOrDefault("deletion_protection.enabled", "false"));
  }

  @Test
  void isInTheInternetOnlyIfItIsToBe() {
    assertEquals("internet-facing", scheme(Synthesised.SMALLEST));
    assertEquals("internal", scheme(Synthesised.EXISTING));
    assertEquals("internal", scheme(Synthesised.EVERYTHING), "CloudFront comes by the VPC");
  }

  @Test
  void takesThoseWhoMayReachIt() {
    assertEquals(List.of("0.0.0.0/0"), from(Synthesised.SMALLEST, "CidrIp"));
    assertEquals(List.of("10.0.0.0/8"), from(Synthesised.EXISTING, "CidrIp"));
    assertEquals(
        List.of("pl-0123456789abcdef0"), from(Synthesised.EVERYTHING, "SourcePrefixListId"));
  }

  @ParameterizedTest
  @EnumSource
  void noTwoRulesHaveOnePriority(Synthesised which) {
    List<Integer> priorities =
        rules(which).stream().map(rule -> rule.path("Priority").asInt()).toList();
    assertEquals(new HashSet<>(priorities).size(), priorities.size());
  }

  /** Five values and wildcards are what a rule takes. */
  @ParameterizedTest
  @EnumSource
  void noRuleIsTooLong(Synthesised which) {
    rules(which).forEach(rule -> assertTrue(values(rule).size() <= 5, rule.toString()));
  }

  @Test
  void programsAndPeoplePartByPath() {
    Map<String, List<String>> byGroup = new TreeMap<>();
    rules(Synthesised.SMALLEST)
        .forEach(
            rule ->
                byGroup
                    .computeIfAbsent(
                        rule.at("/Actions/0/TargetGroupArn/Ref")
                            .asText()
                            .replaceAll("[0-9A-F]{8}$", ""),
                        group -> new ArrayList<>())
                    .addAll(values(rule)));
    assertEquals(
        Map.of(
            "Programs",
            List.of(
                "portal.example.com",
                "/api",
                "/api/*",
                "/mcp",
                "portal.example.com",
                "/docs",
                "/docs/*",
                "/.well-known/*",
                "/llms.txt"),
            "People",
            List.of("portal.example.com", "mlflow.portal.example.com")),
        byGroup);
  }

  @ParameterizedTest
  @EnumSource
  void logsAreKeptUnreadableToOthers(Synthesised which) {
    which
        .service()
        .allResourcesProperties(
            "AWS::S3::Bucket",
            Map.of(
                "PublicAccessBlockConfiguration",
                Map.of(
                    "BlockPublicAcls", true,
                    "BlockPublicPolicy", true,
                    "IgnorePublicAcls", true,
                    "RestrictPublicBuckets", true)));
    which.service().allResources("AWS::S3::Bucket", Map.of("DeletionPolicy", "Retain"));
  }

  @Test
  void hostNamesLeadToItOrToCloudFront() {
    Synthesised.SMALLEST.service().resourceCountIs("AWS::Route53::RecordSet", 0);
    Synthesised.EVERYTHING.service().resourceCountIs("AWS::Route53::RecordSet", 2);
    Synthesised.EVERYTHING
        .service()
        .hasResourceProperties(
            "AWS::Route53::RecordSet",
            Map.of("Name", "mlflow.portal.example.com.", "HostedZoneId", "Z0123456789EXAMPLE"));
  }

  private static String scheme(Synthesised which) {
    return balancer(which).path("Scheme").asText();
  }

  private static JsonNode balancer(Synthesised which) {
    return Synthesised.resources(which.serviceJson(), ELB + "LoadBalancer")
        .values()
        .iterator()
        .next();
  }

  private static Map<String, String> attributes(Synthesised which) {
    Map<String, String> attributes = new TreeMap<>();
    balancer(which)
        .path("LoadBalancerAttributes")
        .forEach(a -> attributes.put(a.path("Key").asText(), a.path("Value").asText()));
    return attributes;
  }

  private static List<String> from(Synthesised which, String kind) {
    List<String> from = new ArrayList<>();
    Synthesised.resources(which.dataJson(), "AWS::EC2::SecurityGroup")
        .forEach(
            (id, group) -> {
              if (id.startsWith("Balancer")) {
                group.path("SecurityGroupIngress").forEach(r -> from.add(r.path(kind).asText()));
              }
            });
    Synthesised.resources(which.dataJson(), "AWS::EC2::SecurityGroupIngress")
        .forEach(
            (id, rule) -> {
              if (id.startsWith("Balancer")) {
                from.add(rule.path(kind).asText());
              }
            });
    return from;
  }

  private static List<JsonNode> rules(Synthesised which) {
    return Synthesised.resources(which.serviceJson(), ELB + "ListenerRule").values().stream()
        .sorted(java.util.Comparator.comparing(rule -> rule.path("Priority").asInt()))
        .toList();
  }

  private static List<String> values(JsonNode rule) {
    List<String> values = new ArrayList<>();
    rule.path("Conditions")
        .forEach(
            condition -> {
              condition.at("/HostHeaderConfig/Values").forEach(v -> values.add(v.asText()));
              condition.at("/PathPatternConfig/Values").forEach(v -> values.add(v.asText()));
            });
    return values;
  }
}
