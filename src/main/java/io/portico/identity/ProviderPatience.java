package io.portico.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long the identity provider may think about an answer: Quarkus bounds the connecting alone.
 */
// Quarkus looks it up by itself, so it would pass for unused.
@Unremovable
@Singleton
public class ProviderPatience implements OidcRequestFilter {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @Override
  public Uni<Void> filter(OidcRequestFilterContext context) {
    context.request().timeout(LONGEST.toMillis());
    return Uni.createFrom().voidItem();
  }
}
