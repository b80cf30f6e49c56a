package io.portico.identity;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Authenticates pages by the sign-in alone. Quarkus would else let any path segment or cookie that
 * bears the name of another tenant choose that one.
 */
@ApplicationScoped
public class SignInTenant implements TenantResolver {
  @Override
  public String resolve(RoutingContext context) {
    return OidcUtils.DEFAULT_TENANT_ID;
  }
}
