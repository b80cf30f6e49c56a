package io.portico.mlflow;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a tracking server or an MLflow App: the key by which AWS knows it, from which kind,
 * region and endpoint follow.
 *
 * @param resource the tracking server's name, or the App's id
 */
public record TrackingServerArn(
    String partition, String region, String account, ServerKind kind, String resource) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:([a-z-]+):sagemaker:([a-z]{2}(?:-[a-z]+)+-\\d):(\\d{12}):"
              + "(mlflow-tracking-server|mlflow-app)/([A-Za-z0-9][A-Za-z0-9-]{0,255})");

  /** Where AWS offers which kind. */
  private static final Map<String, Set<ServerKind>> PARTITIONS =
      Map.of(
          "aws", Set.of(ServerKind.values()),
          "aws-us-gov", Set.of(ServerKind.TRACKING_SERVER));

  /**
   * @throws IllegalArgumentException saying what is wrong, fit for the person who configured it
   */
  public static TrackingServerArn parse(String arn) {
    Matcher match = FORM.matcher(arn);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'"
              + arn
              + "' is not arn:<partition>:sagemaker:<region>:<account>:mlflow-tracking-server/<name>"
              + " nor ...:mlflow-app/<app-id>");
    }
    ServerKind kind =
        Arrays.stream(ServerKind.values())
            .filter(k -> k.resourceType().equals(match.group(4)))
            .findFirst()
            .orElseThrow();
    if (!PARTITIONS.getOrDefault(match.group(1), Set.of()).contains(kind)) {
      throw new IllegalArgumentException(
          "AWS has no " + match.group(4) + " in partition '" + match.group(1) + "'");
    }
    return new TrackingServerArn(
        match.group(1), match.group(2), match.group(3), kind, match.group(5));
  }

  @Override
  public String toString() {
    return "arn:"
        + partition
        + ":sagemaker:"
        + region
        + ":"
        + account
        + ":"
        + kind.resourceType()
        + "/"
        + resource;
  }
}
