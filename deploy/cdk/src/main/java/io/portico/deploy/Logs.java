package io.portico.deploy;

import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Where logs are kept; they stay when their stack goes. */
final class Logs {
  private static final Map<Integer, RetentionDays> RETENTION =
      Map.ofEntries(
          Map.entry(30, RetentionDays.ONE_MONTH),
          Map.entry(60, RetentionDays.TWO_MONTHS),
          Map.entry(90, RetentionDays.THREE_MONTHS),
          Map.entry(120, RetentionDays.FOUR_MONTHS),
          Map.entry(150, RetentionDays.FIVE_MONTHS),
          Map.entry(180, RetentionDays.SIX_MONTHS),
          Map.entry(365, RetentionDays.ONE_YEAR),
          Map.entry(400, RetentionDays.THIRTEEN_MONTHS),
          Map.entry(545, RetentionDays.EIGHTEEN_MONTHS),
          Map.entry(731, RetentionDays.TWO_YEARS),
          Map.entry(1096, RetentionDays.THREE_YEARS),
          Map.entry(1827, RetentionDays.FIVE_YEARS),
          Map.entry(2557, RetentionDays.SEVEN_YEARS),
          Map.entry(3653, RetentionDays.TEN_YEARS));

  private Logs() {}

  static LogGroup group(Construct scope, String id, PorticoConfiguration configuration) {
    return builder(scope, id, configuration).build();
  }

  /** With a name of its own, for services that want one. */
  static LogGroup group(
      Construct scope, String id, PorticoConfiguration configuration, String name) {
    return builder(scope, id, configuration).logGroupName(name).build();
  }

  private static LogGroup.Builder builder(
      Construct scope, String id, PorticoConfiguration configuration) {
    return LogGroup.Builder.create(scope, id)
        .retention(RETENTION.get(configuration.logsKept()))
        .removalPolicy(DataStack.removal(configuration));
  }

  /** Load balancers and CloudFront write to buckets only. */
  static Bucket bucket(
      Construct scope,
      String id,
      PorticoConfiguration configuration,
      ObjectOwnership... ownership) {
    Bucket bucket =
        Bucket.Builder.create(scope, id)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .objectOwnership(
                Arrays.stream(ownership).findFirst().orElse(ObjectOwnership.BUCKET_OWNER_ENFORCED))
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .expiration(Duration.days(configuration.logsKept()))
                        .abortIncompleteMultipartUploadAfter(Duration.days(7))
                        .build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Accepted.finding(bucket, "S1", "It holds access logs itself; who reads it is in CloudTrail");
    return bucket;
  }
}
