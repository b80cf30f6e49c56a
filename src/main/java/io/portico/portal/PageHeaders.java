package io.portico.portal;

import io.portico.audit.Reference;
import io.portico.identity.IdentityProvider;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The security headers of everything on the portal's origin. */
@ApplicationScoped
public class PageHeaders {
  private final Portal portal;
  private final IdentityProvider identityProvider;

  PageHeaders(Portal portal, IdentityProvider identityProvider) {
    this.portal = portal;
    this.identityProvider = identityProvider;
  }

  /** The policy of a page that frames nobody. */
  public ContentSecurityPolicy policy() {
    List<Origin> signOut = identityProvider.address().flatMap(Origin::of).stream().toList();
    return new ContentSecurityPolicy(signOut, List.of(), portal.embeddedIn());
  }

  /** Adds what the response does not say by itself, at its last moment. */
  void addTo(RoutingContext context) {
    boolean page = !context.request().path().startsWith("/static/");
    context.addHeadersEndHandler(
        end -> {
          complete(context.response().headers(), page);
          context.response().putHeader("X-Request-Id", Reference.of(context));
        });
  }

  private void complete(MultiMap headers, boolean page) {
    setIfAbsent(headers, "Content-Security-Policy", policy().toString());
    setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "Referrer-Policy", "same-origin");
    setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
    setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    setIfAbsent(
        headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    if (portal.origin().isSecure()) {
      setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
    }
    if (page) {
      headers.set("Cache-Control", "no-store");
    }
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
