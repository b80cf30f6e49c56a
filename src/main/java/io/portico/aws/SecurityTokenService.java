package io.portico.aws;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/** STS, the one adapter to it: assumes a role in a person's name. */
@ApplicationScoped
public class SecurityTokenService {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

  private final AwsConfig config;
  private final OwnCredentials own;
  private final Map<String, StsClient> clients = new ConcurrentHashMap<>();

  SecurityTokenService(AwsConfig config, OwnCredentials own) {
    this.config = config;
    this.own = own;
  }

  /** Blocks for one call to STS; fails with the SDK's exception. */
  Credentials assume(RoleSession session) {
    var assumed =
        clients
            .computeIfAbsent(session.region(), this::client)
            .assumeRole(
                r ->
                    r.roleArn(session.roleArn())
                        .roleSessionName(session.name())
                        .sourceIdentity(session.name())
                        .durationSeconds((int) config.sessionDuration().toSeconds()))
            .credentials();
    return new Credentials(
        assumed.accessKeyId(), assumed.secretAccessKey(), Optional.of(assumed.sessionToken()));
  }

  private StsClient client(String region) {
    StsClientBuilder client =
        StsClient.builder()
            .region(Region.of(region))
            .credentialsProvider(own.provider())
            .overrideConfiguration(c -> c.apiCallTimeout(CALL_TIMEOUT))
            .httpClient(UrlConnectionHttpClient.create());
    config.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }

  void close(@Observes ShutdownEvent stop) {
    clients.values().forEach(StsClient::close);
  }
}
