package io.portico.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Has Quarkus verify a token with the identity provider's keys. */
final class JwtVerification {
  /**
   * After the provider has new keys many tokens arrive at once, and one of them fetches the keys.
   */
  private static final Duration FETCH_OF_KEYS = Duration.ofMillis(500);

  private JwtVerification() {}

  /**
   * Signature, issuer and times as the tenant's configuration says.
   *
   * @return fails with {@link InvalidToken}, or with {@link IdentityProviderUnavailable}
   */
  static Uni<SecurityIdentity> of(String jwt, TenantIdentityProvider provider) {
    return Uni.createFrom()
        .deferred(() -> provider.authenticate(new AccessTokenCredential(jwt)))
        .onFailure(JwtFailure::mayPass)
        .retry()
        .withBackOff(FETCH_OF_KEYS, FETCH_OF_KEYS)
        .atMost(1)
        .onFailure()
        .transform(JwtFailure::meaning);
  }
}
