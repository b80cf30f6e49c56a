package io.portico.identity;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person of this request, read from the ID token of the session. */
@RequestScoped
public class SignedIn {
  @Inject SecurityIdentity identity;
  @Inject @IdToken JsonWebToken idToken;
  @Inject People people;

  /** Only for requests that authentication has let through. */
  public Person person() {
    return people.personOf(idToken, identity.getRoles());
  }
}
