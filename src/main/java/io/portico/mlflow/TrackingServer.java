package io.portico.mlflow;

import io.portico.identity.Caller;
import io.portico.identity.Person;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A SageMaker MLflow that the portal leads to, of either kind.
 *
 * @param id the name in addresses, unique here
 * @param endpoint scheme and authority that requests go to
 * @param roles the ARN of the role to assume, by the person's level; the portal's own credentials
 *     for a level without one
 * @param access levels by group
 * @param scopes levels by scope of the identity provider's tokens
 */
public record TrackingServer(
    String id,
    String title,
    TrackingServerArn arn,
    URI endpoint,
    Map<AccessLevel, String> roles,
    Map<String, AccessLevel> access,
    Map<String, AccessLevel> scopes) {

  /** Its name in grants and in the audit trail. */
  public String resource() {
    return "mlflow/" + id;
  }

  /** The role to assume for somebody of that level. */
  public Optional<String> roleFor(AccessLevel level) {
    return Optional.ofNullable(roles.get(level));
  }

  /** The highest level that one of the person's groups has here. */
  public Optional<AccessLevel> levelOf(Person person) {
    return highest(levels(access, person.groups()));
  }

  /**
   * What a program may do here: with an access token the lower of its owner's groups' level and its
   * grant, else the highest level of its groups and scopes.
   */
  public Optional<AccessLevel> levelOf(Caller caller) {
    Optional<AccessLevel> byGroups = highest(levels(access, caller.groups()));
    return caller.token().isPresent()
        ? lower(byGroups, grantOf(caller.token().get()))
        : highest(Stream.concat(byGroups.stream(), levels(scopes, caller.scopes())));
  }

  private Optional<AccessLevel> grantOf(Caller.Token token) {
    return Optional.ofNullable(token.grants().get(resource())).flatMap(AccessLevel::of);
  }

  /** None if either is none. */
  private static Optional<AccessLevel> lower(
      Optional<AccessLevel> one, Optional<AccessLevel> other) {
    return one.flatMap(a -> other.map(b -> a.includes(b) ? b : a));
  }

  private static Stream<AccessLevel> levels(Map<String, AccessLevel> byName, Set<String> names) {
    return names.stream().map(byName::get).filter(Objects::nonNull);
  }

  private static Optional<AccessLevel> highest(Stream<AccessLevel> levels) {
    return levels.max(Comparator.naturalOrder());
  }
}
