package io.portico.deploy;

import io.portico.deploy.configuration.Entrance;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;

/** AWS WAF, on the load balancer, which is the only way in. */
final class Firewall {
  private static final String REGIONAL = "REGIONAL";

  /**
   * Rules that count only. Bodies are experiments, artifacts, descriptions and OpenAPI files: any
   * text at all, and long. Names of artifacts end in .log or .ini, searches make long queries,
   * sessions live in long cookies, and not every program says what it is. What these rules would
   * guard is guarded by the portal itself: it runs no SQL or shell with what is sent, fetches no
   * URL that is sent, and shows nothing of it as HTML.
   */
  static final List<String> COUNTED_OF_COMMON =
      List.of(
          "NoUserAgent_HEADER",
          "SizeRestrictions_QUERYSTRING",
          "SizeRestrictions_Cookie_HEADER",
          "SizeRestrictions_BODY",
          "SizeRestrictions_URIPATH",
          "EC2MetaDataSSRF_BODY",
          "GenericLFI_BODY",
          "GenericRFI_BODY",
          "GenericRFI_QUERYARGUMENTS",
          "RestrictedExtensions_URIPATH",
          "RestrictedExtensions_QUERYARGUMENTS",
          "CrossSiteScripting_BODY");

  /** The same of what is known to be bad. */
  static final List<String> COUNTED_OF_KNOWN =
      List.of("JavaDeserializationRCE_BODY", "Log4JRCE_BODY", "ReactJSRCE_BODY");

  final CfnWebACL acl;
  private final ServiceStack stack;
  private final PorticoConfiguration configuration;

  Firewall(ServiceStack stack, PorticoConfiguration configuration, LoadBalancer balancer) {
    this.stack = stack;
    this.configuration = configuration;
    acl =
        CfnWebACL.Builder.create(stack, "Firewall")
            .name(configuration.name())
            .scope(REGIONAL)
            .description("Portico")
            .defaultAction(
                CfnWebACL.DefaultActionProperty.builder()
                    .allow(CfnWebACL.AllowActionProperty.builder().build())
                    .build())
            // CloudWatch knows it by its metric's name, and may by its own: they are one.
            .visibilityConfig(visibility(configuration.name()))
            .rules(rules(configuration.entrance()))
            .build();
    CfnWebACLAssociation.Builder.create(stack, "FirewallOfLoadBalancer")
        .resourceArn(balancer.balancer.getLoadBalancerArn())
        .webAclArn(acl.getAttrArn())
        .build();
    log();
  }

  private List<RuleProperty> rules(Entrance entrance) {
    List<RuleProperty> rules = new ArrayList<>();
    rules.add(
        limit(
            rules.size(), "TooMuchOfAToken", FirewallLimits.ofToken(entrance.requestsPerToken())));
    rules.add(
        limit(
            rules.size(),
            "TooMuchOfAnAddress",
            configuration.cdn().isPresent()
                ? FirewallLimits.ofViewer(entrance.requestsPerAddress())
                : FirewallLimits.ofAddress(entrance.requestsPerAddress())));
    rules.add(managed(rules.size(), "AWSManagedRulesAmazonIpReputationList", List.of()));
    rules.add(managed(rules.size(), "AWSManagedRulesKnownBadInputsRuleSet", COUNTED_OF_KNOWN));
    rules.add(managed(rules.size(), "AWSManagedRulesCommonRuleSet", COUNTED_OF_COMMON));
    return rules;
  }

  /** As the portal's own limits do, so that MLflow's clients wait and try again. */
  private static RuleProperty limit(int priority, String name, StatementProperty statement) {
    return RuleProperty.builder()
        .name(name)
        .priority(priority)
        .statement(statement)
        .action(
            CfnWebACL.RuleActionProperty.builder()
                .block(
                    CfnWebACL.BlockActionProperty.builder()
                        .customResponse(
                            CfnWebACL.CustomResponseProperty.builder()
                                .responseCode(429)
                                .responseHeaders(
                                    List.of(
                                        CfnWebACL.CustomHTTPHeaderProperty.builder()
                                            .name("Retry-After")
                                            .value("60")
                                            .build()))
                                .build())
                        .build())
                .build())
        .visibilityConfig(visibility(name))
        .build();
  }

  private static RuleProperty managed(int priority, String group, List<String> counted) {
    return RuleProperty.builder()
        .name(group)
        .priority(priority)
        .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(Map.of()).build())
        .statement(
            StatementProperty.builder()
                .managedRuleGroupStatement(
                    CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(counted.stream().map(Firewall::count).toList())
                        .build())
                .build())
        .visibilityConfig(visibility(group))
        .build();
  }

  private static CfnWebACL.RuleActionOverrideProperty count(String rule) {
    return CfnWebACL.RuleActionOverrideProperty.builder()
        .name(rule)
        .actionToUse(
            CfnWebACL.RuleActionProperty.builder()
                .count(CfnWebACL.CountActionProperty.builder().build())
                .build())
        .build();
  }

  private static CfnWebACL.VisibilityConfigProperty visibility(String metric) {
    return CfnWebACL.VisibilityConfigProperty.builder()
        .metricName(metric)
        .cloudWatchMetricsEnabled(true)
        // Samples show requests whole, with their tokens; the log below does not.
        .sampledRequestsEnabled(false)
        .build();
  }

  /** What was blocked or counted, without what opens a session. */
  private void log() {
    LogGroup logs =
        Logs.group(
            stack,
            "FirewallLogs",
            configuration,
            "aws-waf-logs-" + configuration.name() + "-" + idOfStack());
    CfnLoggingConfiguration.Builder.create(stack, "FirewallLogging")
        .resourceArn(acl.getAttrArn())
        .logDestinationConfigs(List.of(arn(logs)))
        .redactedFields(
            List.of(
                header("authorization"),
                header("cookie"),
                FieldToMatchProperty.builder().queryString(Map.of()).build()))
        .loggingFilter(
            Map.of(
                "DefaultBehavior",
                "DROP",
                "Filters",
                List.of(
                    Map.of(
                        "Behavior", "KEEP",
                        "Requirement", "MEETS_ANY",
                        "Conditions", List.of(action("BLOCK"), action("COUNT"))))))
        .build();
  }

  /** The group stays when the stack goes, and must not be in the way of the next one. */
  private String idOfStack() {
    return Fn.select(2, Fn.split("/", stack.getStackId()));
  }

  /** Without the {@code :*} at the end of CloudFormation's, which stands for streams. */
  private String arn(LogGroup logs) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("logs")
            .resource("log-group")
            .resourceName(logs.getLogGroupName())
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }

  private static FieldToMatchProperty header(String name) {
    return FieldToMatchProperty.builder().singleHeader(Map.of("Name", name)).build();
  }

  private static Map<String, Object> action(String action) {
    return Map.of("ActionCondition", Map.of("Action", action));
  }
}
