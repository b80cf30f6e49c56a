package io.portico.mlflow;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.portico.aws.AwsConfig;
import io.portico.aws.OwnCredentials;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClientBuilder;

/** The SageMaker API, the one adapter to it: status, start and stop. Calls block. */
@ApplicationScoped
public class SageMaker {
  private static final Logger LOG = Logger.getLogger(SageMaker.class);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

  private final AwsConfig config;
  private final OwnCredentials credentials;
  private final Map<String, SageMakerClient> clients = new ConcurrentHashMap<>();
  private final LoadingCache<TrackingServerArn, ServerStatus> statuses;

  SageMaker(AwsConfig config, OwnCredentials credentials, MlflowConfig mlflow) {
    this.config = config;
    this.credentials = credentials;
    statuses = Caffeine.newBuilder().expireAfterWrite(mlflow.statusMaxAge()).build(this::describe);
  }

  /** The server's status, a few seconds old at most; unknown when SageMaker does not answer. */
  public ServerStatus status(TrackingServer server) {
    return statuses.get(server.arn());
  }

  /**
   * Asks for a start; it takes minutes.
   *
   * @throws SdkException when SageMaker refuses
   */
  public void start(TrackingServer server) {
    client(server.arn()).startMlflowTrackingServer(r -> r.trackingServerName(name(server)));
    statuses.invalidate(server.arn());
  }

  /**
   * Asks for a stop; it takes minutes.
   *
   * @throws SdkException when SageMaker refuses
   */
  public void stop(TrackingServer server) {
    client(server.arn()).stopMlflowTrackingServer(r -> r.trackingServerName(name(server)));
    statuses.invalidate(server.arn());
  }

  private static String name(TrackingServer server) {
    return server.arn().resource();
  }

  private ServerStatus describe(TrackingServerArn arn) {
    try {
      return arn.kind() == ServerKind.MLFLOW_APP ? describeApp(arn) : describeServer(arn);
    } catch (SdkException e) {
      LOG.warnf("The status of %s is unknown: %s", arn, e.getMessage());
      return ServerStatus.unknown();
    }
  }

  private ServerStatus describeApp(TrackingServerArn arn) {
    var app = client(arn).describeMlflowApp(r -> r.arn(arn.toString()));
    return new ServerStatus(
        ServerStatus.stateOf(app.statusAsString()),
        app.statusAsString(),
        Optional.ofNullable(app.mlflowVersion()),
        Optional.empty());
  }

  private ServerStatus describeServer(TrackingServerArn arn) {
    var server =
        client(arn).describeMlflowTrackingServer(r -> r.trackingServerName(arn.resource()));
    return new ServerStatus(
        ServerStatus.stateOf(server.trackingServerStatusAsString()),
        server.trackingServerStatusAsString(),
        Optional.ofNullable(server.mlflowVersion()),
        Optional.ofNullable(server.trackingServerSizeAsString()));
  }

  private SageMakerClient client(TrackingServerArn arn) {
    return clients.computeIfAbsent(arn.region(), this::newClient);
  }

  private SageMakerClient newClient(String region) {
    SageMakerClientBuilder client =
        SageMakerClient.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials.provider())
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(c -> c.apiCallTimeout(CALL_TIMEOUT));
    config.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }

  void close(@Observes ShutdownEvent stop) {
    clients.values().forEach(SageMakerClient::close);
  }
}
