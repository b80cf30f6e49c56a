package io.portico.aws;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The credentials the portal itself runs with: configured, or found by the SDK's default chain. */
@ApplicationScoped
public class OwnCredentials {
  private final AwsCredentialsProvider provider;

  public OwnCredentials(AwsConfig config) {
    provider =
        config
            .accessKeyId()
            .<AwsCredentialsProvider>map(
                id ->
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(id, config.secretAccessKey().orElse(""))))
            .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  /** For the SDK's clients. */
  public AwsCredentialsProvider provider() {
    return provider;
  }

  /** Blocks when the chain has to ask for new ones. */
  Credentials current() {
    AwsCredentials credentials = provider.resolveCredentials();
    return new Credentials(
        credentials.accessKeyId(),
        credentials.secretAccessKey(),
        credentials instanceof AwsSessionCredentials session
            ? Optional.of(session.sessionToken())
            : Optional.empty());
  }
}
