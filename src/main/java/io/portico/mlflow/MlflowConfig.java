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
   * https://mlflow.portal.example.com}. Without one people cannot browse.
   */
  Optional<String> origin();

  /** By the id that stands in addresses: lower-case letters, digits and hyphens. */
  Map<String, Server> servers();

  /** How long an answer of the SageMaker API about a server's status is good for. */
  @WithDefault("15s")
  Duration statusMaxAge();

  /** One tracking server or MLflow App. */
  interface Server {
    /** Names the server to AWS; kind and region follow from it. */
    Optional<String> arn();

    /** For people; the id if unset. */
    Optional<String> title();

    /** What the members of a group may do: {@code viewer}, {@code contributor}, {@code manager}. */
    Map<String, AccessLevel> access();

    /**
     * What programs may do whose token of the identity provider has a scope, beside their groups'
     * access: {@code viewer}, {@code contributor}, {@code manager}.
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
