package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the firewall stops, and what it must not. */
class FirewallTest {
  @ParameterizedTest
  @EnumSource
  void isOnTheLoadBalancer(Synthesised which) {
    which.service().resourceCountIs("AWS::WAFv2::WebACLAssociation", 1);
    which.service().hasResourceProperties("AWS::WAFv2::WebACL", Map.of("Scope", "REGIONAL"));
  }

  @Test
  void nothingIsBlockedForWhatABodySays() {
    Set<String> counted = new TreeSet<>();
    rules(Synthesised.SMALLEST)
        .forEach(
            rule ->
                rule.at("/Statement/ManagedRuleGroupStatement/RuleActionOverrides")
                    .forEach(
                        override -> {
                          assertTrue(override.at("/ActionToUse/Count").isObject());
                          counted.add(override.path("Name").asText());
                        }));
    assertTrue(
        counted.containsAll(
            List.of(
                "SizeRestrictions_BODY",
                "CrossSiteScripting_BODY",
                "EC2MetaDataSSRF_BODY",
                "GenericLFI_BODY",
                "GenericRFI_BODY",
                "JavaDeserializationRCE_BODY",
                "Log4JRCE_BODY",
                "ReactJSRCE_BODY",
                "NoUserAgent_HEADER")),
        counted.toString());
  }

  @Test
  void tokensAreLimitedBeforeAddresses() {
    List<JsonNode> rules = rules(Synthesised.SMALLEST);
    JsonNode token = rules.get(0).at("/Statement/RateBasedStatement");
    assertEquals("authorization", token.at("/CustomKeys/0/Header/Name").asText());
    assertEquals("MD5", token.at("/CustomKeys/0/Header/TextTransformations/0/Type").asText());
    assertEquals(20_000, token.path("Limit").asInt());
    JsonNode address = rules.get(1).at("/Statement/RateBasedStatement");
    assertEquals("IP", address.path("AggregateKeyType").asText());
    assertEquals(60_000, address.path("Limit").asInt());
    assertTrue(address.path("ScopeDownStatement").isMissingNode(), "made-up tokens count as well");
  }

  @Test
  void whoeverIsLimitedIsToldWhenToTryAgain() {
    rules(Synthesised.SMALLEST).subList(0, 2).stream()
        .map(rule -> rule.at("/Action/Block/CustomResponse"))
        .forEach(
            response -> {
              assertEquals(429, response.path("ResponseCode").asInt());
              assertEquals("Retry-After", response.at("/ResponseHeaders/0/Name").asText());
            });
  }

  @Test
  void behindCloudFrontTheViewersAddressCounts() {
    assertEquals(
        "x-portico-viewer",
        rules(Synthesised.EVERYTHING)
            .get(1)
            .at("/Statement/RateBasedStatement/CustomKeys/0/Header/Name")
            .asText());
  }

  @ParameterizedTest
  @EnumSource
  void itsLogHoldsNothingThatOpensASession(Synthesised which) {
    JsonNode logging =
        Synthesised.resources(which.serviceJson(), "AWS::WAFv2::LoggingConfiguration")
            .values()
            .iterator()
            .next();
    String redacted = logging.path("RedactedFields").toString();
    assertTrue(redacted.contains("authorization"));
    assertTrue(redacted.contains("cookie"));
    assertTrue(redacted.contains("QueryString"));
    rules(which)
        .forEach(
            rule ->
                assertEquals(
                    "false", rule.at("/VisibilityConfig/SampledRequestsEnabled").asText()));
  }

  private static List<JsonNode> rules(Synthesised which) {
    List<JsonNode> rules = new ArrayList<>();
    Synthesised.resources(which.serviceJson(), "AWS::WAFv2::WebACL")
        .values()
        .forEach(acl -> acl.path("Rules").forEach(rules::add));
    rules.sort(java.util.Comparator.comparing(rule -> rule.path("Priority").asInt()));
    return rules;
  }

  /** It stays when the stack goes: under a name of its own it would refuse the next stack. */
  @ParameterizedTest
  @EnumSource
  void itsLogIsAnotherOneForEveryStack(Synthesised which) {
    JsonNode name =
        Synthesised.resources(which.serviceJson(), "AWS::Logs::LogGroup").values().stream()
            .map(group -> group.path("LogGroupName"))
            .filter(n -> !n.isMissingNode())
            .findFirst()
            .orElseThrow();
    assertTrue(name.at("/Fn::Join/1/0").asText().startsWith("aws-waf-logs-"), name.toString());
    assertTrue(name.toString().contains("AWS::StackId"), name.toString());
    JsonNode destination =
        Synthesised.resources(which.serviceJson(), "AWS::WAFv2::LoggingConfiguration")
            .values()
            .iterator()
            .next()
            .at("/LogDestinationConfigs/0");
    assertTrue(destination.toString().contains(":log-group:"), destination.toString());
    assertFalse(destination.toString().contains(":*"), destination.toString());
  }

  @ParameterizedTest
  @EnumSource
  void theAlarmKnowsItByNameAndByMetric(Synthesised which) {
    JsonNode acl =
        Synthesised.resources(which.serviceJson(), "AWS::WAFv2::WebACL").values().iterator().next();
    assertEquals(which.configuration().name(), acl.path("Name").asText());
    assertEquals(acl.path("Name"), acl.at("/VisibilityConfig/MetricName"));
  }
}
