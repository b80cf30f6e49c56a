package io.portico.identity;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.DefaultTokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Reads sessions from cookies, but none that the identity provider ended: before the ID token is
 * verified, and so before it is refreshed. Quarkus drops the cookies of what fails here. It would
 * encrypt a second time what a manager keeps that is none of its own, so this one is.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class LiveSessions extends DefaultTokenStateManager {
  private final EndedSessions ended;

  LiveSessions(EndedSessions ended) {
    this.ended = ended;
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext context,
      OidcTenantConfig config,
      String cookie,
      OidcRequestContext<AuthorizationCodeTokens> request) {
    return super.getTokens(context, config, cookie, request)
        .invoke(tokens -> checkIsLive(tokens.getIdToken()));
  }

  private void checkIsLive(String idToken) {
    if (ended.include(JwtContent.claimsOf(idToken))) {
      throw new AuthenticationFailedException("The session has ended");
    }
  }
}
