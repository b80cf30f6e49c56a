package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Identity;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of {@code AssumeRole} that the sandbox acts upon, as sent. Policies, tags and the
 * external id are taken and ignored: there is no IAM here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
record AssumeRoleRequest(
    String roleArn,
    String roleSessionName,
    Optional<String> sourceIdentity,
    String durationSeconds) {

  private static final Pattern ROLE_ARN =
      Pattern.compile(
          "arn:(?<partition>aws[a-z-]*):iam::(?<account>\\d{12}):role/(?:[!-~]+/)?(?<role>[\\w+=,.@-]{1,64})");
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
  private static final int SHORTEST = 900;
  private static final int LONGEST = 43_200;

  /** A role assumed by way of another one is limited to an hour. */
  private static final int LONGEST_CHAINED = 3_600;

  static AssumeRoleRequest of(FormParameters parameters) {
    return new AssumeRoleRequest(
        parameters.get("RoleArn").orElse(""),
        parameters.get("RoleSessionName").orElse(""),
        parameters.get("SourceIdentity"),
        parameters.get("DurationSeconds").orElse("3600"));
  }

  /** What is wrong with the request; empty when it can be fulfilled. */
  Optional<String> fault(Identity caller) {
    int longest = caller.roleSessionName().isPresent() ? LONGEST_CHAINED : LONGEST;
    if (!ROLE_ARN.matcher(roleArn).matches()) {
      return Optional.of("RoleArn is missing or is not the ARN of a role.");
    }
    if (!NAME.matcher(roleSessionName).matches()) {
      return Optional.of("RoleSessionName must match " + NAME + ".");
    }
    if (sourceIdentity.filter(name -> !NAME.matcher(name).matches()).isPresent()) {
      return Optional.of("SourceIdentity must match " + NAME + ".");
    }
    if (!durationSeconds.matches("\\d{1,6}")
        || duration().toSeconds() < SHORTEST
        || duration().toSeconds() > longest) {
      return Optional.of("DurationSeconds must be from %d to %d.".formatted(SHORTEST, longest));
    }
    return Optional.empty();
  }

  Duration duration() {
    return Duration.ofSeconds(Integer.parseInt(durationSeconds));
  }

  String assumedRoleArn() {
    Matcher arn = ROLE_ARN.matcher(roleArn);
    if (!arn.matches()) {
      throw new IllegalStateException("Not the ARN of a role: " + roleArn);
    }
    return "arn:%s:sts::%s:assumed-role/%s/%s"
        .formatted(
            arn.group("partition"), arn.group("account"), arn.group("role"), roleSessionName);
  }
}
