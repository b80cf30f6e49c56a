package io.portico.identity;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person of this request, read from the ID token of the session. */
@RequestScoped
public class SignedIn {
  @Inject SecurityIdentity identity;
  @Inject @IdToken JsonWebToken idToken;
  @Inject People people;
  @Inject IdentityConfig config;

  /** Only for requests that authentication has let through. */
  public Person person() {
    return people.personOf(idToken, identity.getRoles());
  }

  /**
   * When the person last proved to the identity provider who they are, which it does not always
   * say: a refreshed ID token need not repeat it (OpenID Connect Core 1.0, 12.2).
   */
  public Optional<Instant> signedInAt() {
    // JsonWebToken makes other numbers of numbers that are too large.
    return config.signInTime().in(JwtContent.claimsOf(idToken.getRawToken()));
  }
}
