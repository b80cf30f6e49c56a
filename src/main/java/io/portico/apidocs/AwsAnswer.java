package io.portico.apidocs;

import io.portico.apidocs.ApiGatewayFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What API Gateway's errors mean. Two of them bear status 429 and mean opposite things, so that
 * only their types tell whether to try again.
 */
final class AwsAnswer {
  private static final Set<String> THROTTLED =
      Set.of("TooManyRequestsException", "ThrottlingException", "RequestLimitExceeded");

  /** Who asks for more than this is told to come back. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private AwsAnswer() {}

  /** Repeats what may succeed a moment later. */
  static RetryStrategy retries(int maxAttempts) {
    return DefaultRetryStrategy.standardStrategyBuilder()
        // Which would repeat everything with status 429.
        .useClientDefaults(false)
        .maxAttempts(maxAttempts)
        .treatAsThrottling(AwsAnswer::isThrottled)
        .retryOnException(AwsAnswer::isWorthAnotherTry)
        .build();
  }

  private static boolean isThrottled(Throwable e) {
    return e instanceof AwsServiceException answer && THROTTLED.contains(type(answer));
  }

  private static boolean isWorthAnotherTry(Throwable e) {
    if (e instanceof AwsServiceException answer) {
      return (isThrottled(answer) || answer.statusCode() >= 500)
          && retryAfter(answer).filter(wait -> wait.compareTo(PATIENCE) > 0).isEmpty();
    }
    return e instanceof ApiCallAttemptTimeoutException
        || e instanceof SdkClientException && e.getCause() instanceof IOException;
  }

  /** The failure that an exception of the SDK, or of our own budget, is. */
  static ApiGatewayFailure failure(RuntimeException e) {
    if (e instanceof AwsServiceException answer) {
      String sentence =
          Optional.ofNullable(answer.awsErrorDetails())
              .map(AwsErrorDetails::errorMessage)
              .orElseGet(answer::getMessage);
      return new ApiGatewayFailure(kind(answer), sentence, retryAfter(answer), e);
    }
    Kind kind = isOurBudget(e) ? Kind.BUSY : Kind.AWAY;
    return new ApiGatewayFailure(kind, e.getMessage(), Optional.empty(), e);
  }

  /** Of a list that leads back to where one was. */
  static ApiGatewayFailure endless() {
    return new ApiGatewayFailure(
        Kind.AWAY, "A list of API Gateway's has no end", Optional.empty(), null);
  }

  private static boolean isOurBudget(Throwable e) {
    return e instanceof CallBudget.Exhausted
        || e.getCause() != null && e.getCause() != e && isOurBudget(e.getCause());
  }

  private static Kind kind(AwsServiceException answer) {
    if (isThrottled(answer)) {
      return Kind.BUSY;
    }
    return switch (answer.statusCode()) {
      case 401, 403 -> Kind.DENIED;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 429 -> Kind.QUOTA;
      default -> answer.statusCode() >= 500 ? Kind.AWAY : Kind.REFUSED;
    };
  }

  private static String type(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
  }

  private static Optional<Duration> retryAfter(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(details -> details.sdkHttpResponse())
        .flatMap(response -> response.firstMatchingHeader("Retry-After"))
        .filter(seconds -> seconds.matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
