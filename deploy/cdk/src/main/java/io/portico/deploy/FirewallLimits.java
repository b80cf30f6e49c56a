package io.portico.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementCustomKeyProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;

/**
 * How many requests a minute are too many. The portal's own limits are finer; these hold what would
 * keep it from limiting anything.
 */
final class FirewallLimits {
  private static final String AUTHORIZATION = "authorization";
  private static final int A_MINUTE = 60;

  private FirewallLimits() {}

  /** Of one Authorization header, by its hash: WAF keeps no token. */
  static StatementProperty ofToken(int limit) {
    return header(AUTHORIZATION, "MD5", limit);
  }

  /** Of one viewer, whose address CloudFront writes into a header. */
  static StatementProperty ofViewer(int limit) {
    return header(Distributions.VIEWER, "NONE", limit);
  }

  /** Of one address, with any tokens: made-up ones would each have a limit of their own. */
  static StatementProperty ofAddress(int limit) {
    return statement(
        RateBasedStatementProperty.builder()
            .limit(limit)
            .evaluationWindowSec(A_MINUTE)
            .aggregateKeyType("IP")
            .build());
  }

  private static StatementProperty header(String name, String transformation, int limit) {
    return statement(
        RateBasedStatementProperty.builder()
            .limit(limit)
            .evaluationWindowSec(A_MINUTE)
            .aggregateKeyType("CUSTOM_KEYS")
            .scopeDownStatement(present(name))
            .customKeys(
                List.of(
                    RateBasedStatementCustomKeyProperty.builder()
                        .header(
                            CfnWebACL.RateLimitHeaderProperty.builder()
                                .name(name)
                                .textTransformations(List.of(transformation(transformation)))
                                .build())
                        .build()))
            .build());
  }

  private static StatementProperty present(String header) {
    return StatementProperty.builder()
        .sizeConstraintStatement(
            CfnWebACL.SizeConstraintStatementProperty.builder()
                .fieldToMatch(
                    CfnWebACL.FieldToMatchProperty.builder()
                        .singleHeader(Map.of("Name", header))
                        .build())
                .comparisonOperator("GT")
                .size(0)
                .textTransformations(List.of(transformation("NONE")))
                .build())
        .build();
  }

  private static TextTransformationProperty transformation(String type) {
    return TextTransformationProperty.builder().priority(0).type(type).build();
  }

  private static StatementProperty statement(RateBasedStatementProperty rate) {
    return StatementProperty.builder().rateBasedStatement(rate).build();
  }
}
