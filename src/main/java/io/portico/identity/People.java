package io.portico.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads people from ID tokens. */
@ApplicationScoped
class People {
  private final IdentityConfig config;

  People(IdentityConfig config) {
    this.config = config;
  }

  Person personOf(JsonWebToken idToken, Set<String> groups) {
    return new Person(
        idToken.getSubject(), nameIn(idToken), groups, rolesOf(groups), sessionOf(idToken));
  }

  private static String nameIn(JsonWebToken idToken) {
    return Optional.<String>ofNullable(idToken.getClaim("name")).orElseGet(idToken::getName);
  }

  private Set<Role> rolesOf(Set<String> groups) {
    return config.roles().entrySet().stream()
        .filter(role -> role.getValue().stream().anyMatch(groups::contains))
        .map(role -> role.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * OpenID Connect Session Management's {@code sid} where there is one, else the sign-in's time.
   */
  private static String sessionOf(JsonWebToken idToken) {
    return Optional.<Object>ofNullable(idToken.getClaim("sid"))
        .map(Object::toString)
        .orElseGet(() -> idToken.getSubject() + "@" + idToken.getIssuedAtTime());
  }
}
