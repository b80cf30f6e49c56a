package io.portico.mlflow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The tracking servers, and the origin on which people browse them. */
@ConfigMapping(prefix = "portico.mlflow")
public interface MlflowConfig {
  /**
   * The origin of the MLflow UI: a second host name on the portal's own site, for example {@code
   * https://mlflow.portal.example.com}; needed as soon as there is a tracking server.
   */
  Optional<String> origin();

  /** By the id that stands in addresses: lower-case letters, digits and hyphens. */
  Map<String, Server> servers();

  /** How long an answer of the SageMaker API about a server's status is good for. */
  @WithDefault("15s")
  Duration statusMaxAge();

  /** One tracking server or MLflow App. */
  interface Server {
    /** The ARN of the tracking server or the MLflow App; kind and region follow from it. */
    Optional<String> arn();

    /** Its name for people; the id if unset. */
    Optional<String> title();

    /** What the members of a group may do: {@code viewer}, {@code contributor}, {@code manager}. */
    Map<String, AccessLevel> access();

    /**
     * The same for programs whose token of the identity provider has that scope, beside their
     * groups' access; a name with dots or slashes stands in quotes.
     */
    Map<String, AccessLevel> scopes();

    /** The role to assume in the person's name; the portal's own credentials if unset. */
    Optional<String> roleArn();

    /**
     * The role to assume for people and programs of an access level, in place of {@code role-arn}:
     * with it AWS, too, refuses what the level does not allow.
     */
    Map<AccessLevel, String> roleArns();

    /** In place of AWS's endpoint, for a VPC endpoint or a sandbox. */
    Optional<URI> endpoint();
  }
}
