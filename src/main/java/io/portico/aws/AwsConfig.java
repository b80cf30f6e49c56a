package io.portico.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the portal itself reaches AWS. */
@ConfigMapping(prefix = "portico.aws")
public interface AwsConfig {
  /** One endpoint for every AWS service, in place of AWS's own. */
  Optional<URI> endpoint();

  /** The portal's own long-lived key; without one, the SDK's default chain finds credentials. */
  Optional<String> accessKeyId();

  /** Belongs to the access key id. */
  Optional<String> secretAccessKey();

  /** How long credentials of an assumed role live; AWS takes 15 minutes to 12 hours. */
  @WithDefault("1h")
  Duration sessionDuration();
}
