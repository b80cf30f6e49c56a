package io.portico.identity;

import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies logout tokens as ID tokens are: with the keys, the issuer and the clock of the sign-in.
 */
@ApplicationScoped
public class LogoutTokens {
  private final TenantIdentityProvider provider;
  private final String client;

  LogoutTokens(
      @Tenant(OidcUtils.DEFAULT_TENANT_ID) TenantIdentityProvider provider,
      @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
    this.provider = provider;
    this.client = client;
  }

  /**
   * What the identity provider says. Blocks nowhere, and completes on any thread.
   *
   * @return fails with {@link InvalidToken} if it is not the provider who says so, and with {@link
   *     IdentityProviderUnavailable} if that cannot be told at the moment
   */
  public CompletionStage<SessionEnd> verify(String jwt) {
    SessionEnd end;
    try {
      end = LogoutToken.parse(jwt, client, Instant.now());
    } catch (InvalidToken invalid) {
      return CompletableFuture.failedFuture(invalid);
    }
    return JwtVerification.of(jwt, provider).replaceWith(end).subscribeAsCompletionStage();
  }
}
