package io.portico.identity;

import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Verifies access tokens of the company's identity provider, for programs. Quarkus checks
 * signature, issuer, audience and times as the tenant {@code api} of the configuration says.
 */
@ApplicationScoped
public class AccessJwts {
  static final String TENANT = "api";

  private final TenantIdentityProvider provider;

  AccessJwts(@Tenant(TENANT) TenantIdentityProvider provider) {
    this.provider = provider;
  }

  /**
   * The caller. Blocks nowhere, needs no request context, and completes on any thread.
   *
   * @param jwt an access token (RFC 9068, or as the provider writes it), signed
   * @return fails with {@link InvalidToken} if the token is not good, and with {@link
   *     IdentityProviderUnavailable} if that cannot be told at the moment
   */
  public CompletionStage<Caller> callerOf(String jwt) {
    JwtContent content;
    try {
      content = JwtContent.parse(jwt);
    } catch (InvalidToken invalid) {
      return CompletableFuture.failedFuture(invalid);
    }
    return JwtVerification.of(jwt, provider)
        .map(identity -> content.caller(identity.getRoles()))
        .subscribeAsCompletionStage();
  }
}
