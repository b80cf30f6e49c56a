package io.portico.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/**
 * Has the identity provider ask anew who somebody is (OpenID Connect Core 1.0, 3.1.2.1). With
 * {@code max_age} it must tell the time of that sign-in too, which alone counts: both parameters
 * pass through the browser, where they can be left out.
 */
@Singleton
// Nobody injects it, and Quarkus keeps by itself only filters of requests and responses.
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public class FreshSignInRequest implements OidcRedirectFilter {
  /** Whoever is sent to sign in from here is asked anew, and led back here. */
  public static final String PATH = "/app/signed-in-again";

  private final IdentityConfig config;

  FreshSignInRequest(IdentityConfig config) {
    this.config = config;
  }

  @Override
  public void filter(OidcRedirectContext context) {
    if (context.routingContext().request().path().equals(PATH)) {
      context
          .additionalQueryParams()
          .add("prompt", "login")
          .add("max_age", Long.toString(config.freshSignIn().toSeconds()));
    }
  }
}
