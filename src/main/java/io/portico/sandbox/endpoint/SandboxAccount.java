package io.portico.sandbox.endpoint;

import io.portico.sandbox.apigateway.ApiGateway;
import io.portico.sandbox.sigv4.AccessKey;
import io.portico.sandbox.sigv4.Identity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An imagined AWS account: one region, one long-term access key, its MLflow servers and REST APIs.
 */
public final class SandboxAccount {

  public static final String ID = "123456789012";
  public static final String REGION = "eu-west-1";
  public static final String ACCESS_KEY_ID = "AKIDPORTICOSANDBOX";
  public static final String SECRET_ACCESS_KEY = "portico-sandbox-secret";

  /** The ARN of the MLflow App {@code churn}. */
  public static final String CHURN = arn("mlflow-app/app-CHURN0EXAMPLE");

  /** The ARN of the tracking server {@code forecasting}. */
  public static final String FORECASTING = arn("mlflow-tracking-server/forecasting");

  private static final Instant CREATED = Instant.parse("2025-01-13T08:30:00Z");

  private final Clock clock;
  private final AccessKeys accessKeys;
  private final MlflowApp churn;
  private final TrackingServer forecasting;
  private final ApiGateway apiGateway;

  /**
   * @param clock tells the time for signatures, sessions and transitions
   * @param transition how long a tracking server takes to start or to stop
   * @param mlflow finds the MLflow behind a server or App by its name
   * @param quotas whether API Gateway refuses calls beyond AWS's quotas
   */
  public SandboxAccount(
      Clock clock, Duration transition, Function<String, URI> mlflow, boolean quotas) {
    this.clock = clock;
    this.accessKeys = new AccessKeys(clock, longTerm());
    this.churn = new MlflowApp(CHURN, "churn", CREATED, mlflow.apply("churn"));
    this.forecasting =
        new TrackingServer(
            FORECASTING, "forecasting", CREATED, mlflow.apply("forecasting"), transition);
    this.apiGateway = new ApiGateway(clock, ID, REGION, quotas);
  }

  /** The clock given. */
  public Clock clock() {
    return clock;
  }

  /** Every MLflow App of the account. */
  public List<MlflowApp> apps() {
    return List.of(churn);
  }

  /** Every tracking server of the account. */
  public List<TrackingServer> trackingServers() {
    return List.of(forecasting);
  }

  /** The account's REST APIs. */
  public ApiGateway apiGateway() {
    return apiGateway;
  }

  AccessKeys accessKeys() {
    return accessKeys;
  }

  Optional<MlflowResource> resource(String arn) {
    return Stream.<MlflowResource>concat(apps().stream(), trackingServers().stream())
        .filter(resource -> resource.arn().equals(arn))
        .findFirst();
  }

  private static AccessKey longTerm() {
    String user = "arn:aws:iam::" + ID + ":user/portico";
    return new AccessKey(
        new Identity(ACCESS_KEY_ID, user, Optional.empty(), Optional.empty()),
        SECRET_ACCESS_KEY,
        Optional.empty());
  }

  private static String arn(String resource) {
    return "arn:aws:sagemaker:%s:%s:%s".formatted(REGION, ID, resource);
  }
}
