package io.portico.identity;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person of this request, read from the ID token of the session. */
@RequestScoped
public class SignedIn {
  @Inject SecurityIdentity identity;
  @Inject @IdToken JsonWebToken idToken;
  @Inject IdentityConfig config;

  /** Only for requests that authentication has let through. */
  public Person person() {
    Set<String> groups = identity.getRoles();
    return new Person(idToken.getSubject(), name(), groups, rolesOf(groups), session());
  }

  private String name() {
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
  private String session() {
    return Optional.<Object>ofNullable(idToken.getClaim("sid"))
        .map(Object::toString)
        .orElseGet(() -> idToken.getSubject() + "@" + idToken.getIssuedAtTime());
  }
}
