package io.portico.apidocs;

import io.portico.aws.AwsConfig;
import io.portico.aws.OwnCredentials;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.ApiGatewayClientBuilder;

/** How the portal speaks to API Gateway. */
@ApplicationScoped
class ApiGatewayConnection {
  static final int PAGE = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_ATTEMPTS = 4;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

  private final SdkHttpClient http;
  private final ApiGatewayClient client;
  private final ApiGatewayClient once;

  @Inject
  ApiGatewayConnection(ApiDocsConfig config, AwsConfig aws, OwnCredentials credentials) {
    this(config, aws, credentials, new CallBudget(config.callsPerSecond(), PATIENCE));
  }

  ApiGatewayConnection(
      ApiDocsConfig config, AwsConfig aws, OwnCredentials credentials, CallBudget budget) {
    http = ApacheHttpClient.create();
    ApiGatewayClientBuilder clients =
        ApiGatewayClient.builder()
            .region(Region.of(config.region().orElseThrow()))
            .credentialsProvider(credentials.provider())
            .httpClient(http);
    aws.endpoint().ifPresent(clients::endpointOverride);
    client = client(clients, budget, MAX_ATTEMPTS, ATTEMPT_TIMEOUT);
    once = client(clients, budget, 1, CALL_TIMEOUT);
  }

  private static ApiGatewayClient client(
      ApiGatewayClientBuilder client, CallBudget budget, int maxAttempts, Duration attemptTimeout) {
    return client
        .overrideConfiguration(
            o ->
                o.apiCallTimeout(CALL_TIMEOUT)
                    .apiCallAttemptTimeout(attemptTimeout)
                    .retryStrategy(AwsAnswer.retries(maxAttempts))
                    .addExecutionInterceptor(budget))
        .build();
  }

  /**
   * What is answered.
   *
   * @throws ApiGatewayFailure if it is no answer to what was asked
   */
  <T> T asked(Function<ApiGatewayClient, T> call) {
    return asked(client, call);
  }

  /**
   * What is answered to a call that AWS allows so seldom that to repeat it is to break its quota.
   *
   * @throws ApiGatewayFailure if it is no answer to what was asked; it may have been carried out if
   *     it is {@link ApiGatewayFailure.Kind#AWAY}
   */
  <T> T askedOnce(Function<ApiGatewayClient, T> call) {
    return asked(once, call);
  }

  private static <T> T asked(ApiGatewayClient client, Function<ApiGatewayClient, T> call) {
    try {
      return call.apply(client);
    } catch (SdkException | CallBudget.Exhausted e) {
      throw AwsAnswer.failure(e);
    }
  }

  /** Some of a list, and where it goes on. */
  record Page<T>(List<T> items, String next) {}

  /**
   * A whole list.
   *
   * @param pages by position, which is null for the first one
   * @throws ApiGatewayFailure if a page cannot be had
   */
  <T, R> List<R> all(BiFunction<ApiGatewayClient, String, Page<T>> pages, Function<T, R> reading) {
    List<R> all = new ArrayList<>();
    Set<String> positions = new HashSet<>();
    String position = null;
    do {
      String here = position;
      Page<T> page = asked(client -> pages.apply(client, here));
      page.items.stream().map(reading).forEach(all::add);
      position = page.next == null || page.next.isEmpty() ? null : page.next;
      if (position != null && !positions.add(position)) {
        throw AwsAnswer.endless();
      }
    } while (position != null);
    return all;
  }

  @PreDestroy
  void close() {
    client.close();
    once.close();
    http.close();
  }
}
