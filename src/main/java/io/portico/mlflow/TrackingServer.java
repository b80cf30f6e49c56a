package io.portico.mlflow;

import io.portico.identity.Person;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A SageMaker MLflow that the portal leads to, of either kind.
 *
 * @param id the name in addresses, unique here
 * @param endpoint scheme and authority that requests go to
 * @param roleArn the role to assume for a person; the portal's own credentials if empty
 * @param access levels by group
 */
public record TrackingServer(
    String id,
    String title,
    TrackingServerArn arn,
    URI endpoint,
    Optional<String> roleArn,
    Map<String, AccessLevel> access) {

  /** Its name in grants and in the audit trail. */
  public String resource() {
    return "mlflow/" + id;
  }

  /** The highest level that one of the person's groups has here. */
  public Optional<AccessLevel> levelOf(Person person) {
    return person.groups().stream()
        .map(access::get)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  public Optional<AccessLevel> levelOf(io.portico.identity.Caller caller) {
    return Optional.empty();
  }
}
