package io.portico.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Lets one request a second through to the provider's metadata and one to its keys. Quarkus paces
 * the refreshing of keys, but lets threads pass that come at the same moment, and does not pace its
 * tries to reach a provider that was away at the start.
 */
// Quarkus looks it up by itself, so it would pass for unused.
@Unremovable
@Singleton
@TenantFeature(AccessJwts.TENANT)
@OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
public class KeyFetches implements OidcRequestFilter {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Cache<String, Boolean> recent;

  KeyFetches() {
    this(Ticker.systemTicker());
  }

  KeyFetches(Ticker ticker) {
    recent = Caffeine.newBuilder().expireAfterWrite(PAUSE).ticker(ticker).build();
  }

  @Override
  public Uni<Void> filter(OidcRequestFilterContext context) {
    return recent.asMap().putIfAbsent(context.request().uri(), true) == null
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .failure(
                new IdentityProviderUnavailable("The identity provider is being asked already"));
  }
}
