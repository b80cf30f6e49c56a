package io.portico.apidocs;

import io.portico.aws.AwsConfig;
import io.portico.aws.OwnCredentials;
import io.portico.sandbox.apigateway.ApiGateway;
import io.portico.sandbox.endpoint.SandboxAccount;
import io.portico.sandbox.endpoint.SignedEndpoint;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The adapter, in front of a sandbox or of anything else that speaks HTTP. */
final class GatewayFixture implements AutoCloseable {
  record Config(Optional<String> region, Map<String, Map<DocumentationRole, List<String>>> access)
      implements ApiDocsConfig {
    static final Config NOBODY = new Config(Optional.of("eu-west-1"), Map.of());

    @Override
    public Duration draftMaxAge() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration backupsKept() {
      return Duration.ofDays(1);
    }

    @Override
    public int callsPerSecond() {
      return 1_000;
    }
  }

  private record Aws(Optional<URI> endpoint) implements AwsConfig {
    @Override
    public Optional<String> accessKeyId() {
      return Optional.of(SandboxAccount.ACCESS_KEY_ID);
    }

    @Override
    public Optional<String> secretAccessKey() {
      return Optional.of(SandboxAccount.SECRET_ACCESS_KEY);
    }

    @Override
    public Duration sessionDuration() {
      return Duration.ofHours(1);
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final SandboxAccount account;
  private final ApiGatewayConnection connection;
  final ApiGatewayDocumentation gateway;
  final ApiGatewayVersions versions;
  final Drafts drafts;

  /** In front of a sandbox. */
  GatewayFixture(boolean quotas) {
    account =
        new SandboxAccount(
            Clock.systemUTC(), Duration.ZERO, name -> URI.create("http://127.0.0.1:9"), quotas);
    connection = at(SignedEndpoint.start(vertx, 0, account).uri());
    gateway = new ApiGatewayDocumentation(connection);
    versions = new ApiGatewayVersions(connection);
    drafts = new Drafts(gateway, Config.NOBODY);
  }

  static ApiGatewayConnection at(URI endpoint) {
    return at(endpoint, new CallBudget(1_000, Duration.ofSeconds(10)));
  }

  static ApiGatewayConnection at(URI endpoint, CallBudget budget) {
    AwsConfig aws = new Aws(Optional.of(endpoint));
    return new ApiGatewayConnection(Config.NOBODY, aws, new OwnCredentials(aws), budget);
  }

  ApiGateway sandbox() {
    return account.apiGateway();
  }

  RestApi api(String id) {
    return gateway.restApis().stream().filter(api -> api.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    connection.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
