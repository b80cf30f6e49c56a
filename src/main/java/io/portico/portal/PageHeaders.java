package io.portico.portal;

import io.portico.audit.Reference;
import io.portico.identity.IdentityProvider;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The security headers of everything on the portal's origin. */
@ApplicationScoped
public class PageHeaders {
  private static final String CACHE_CONTROL = PageHeaders.class.getName();
  private static final String CODING = "Content-Encoding";

  private final Portal portal;
  private final IdentityProvider identityProvider;

  PageHeaders(Portal portal, IdentityProvider identityProvider) {
    this.portal = portal;
    this.identityProvider = identityProvider;
  }

  /** The policy of a page that frames nobody. */
  public ContentSecurityPolicy policy() {
    List<Origin> signOut =
        Stream.of(identityProvider.address(), identityProvider.signOutAddress())
            .flatMap(Optional::stream)
            .flatMap(address -> Origin.of(address).stream())
            .distinct()
            .toList();
    return new ContentSecurityPolicy(signOut, List.of(), portal.embeddedIn());
  }

  /**
   * Lets caches keep the answer to a request, and nothing personal go with it.
   *
   * @param control as RFC 9111, 5.2.2 spells it
   */
  public void letCache(RoutingContext context, String control) {
    context.put(CACHE_CONTROL, control);
    if (control.startsWith("public")) {
      // Cookies are written after all headers.
      context.addHeadersEndHandler(
          end ->
              List.copyOf(context.request().cookies()).stream()
                  .map(Cookie::getName)
                  .forEach(name -> context.response().removeCookie(name, false)));
    }
  }

  /** Adds what the response does not say by itself, at its last moment. */
  void addTo(RoutingContext context) {
    boolean page = !context.request().path().startsWith("/static/");
    context.addHeadersEndHandler(
        end -> {
          complete(context.response().headers());
          confineCookies(context);
          if (page) {
            String control = context.get(CACHE_CONTROL);
            context.response().putHeader("Cache-Control", control == null ? "no-store" : control);
            if (control == null) {
              compress(context.response().headers());
            }
          }
          context.response().putHeader("X-Request-Id", Reference.of(context));
        });
  }

  /** Quarkus does so itself, but for a page with a status or headers of its own. */
  private static void compress(MultiMap headers) {
    String type = headers.get("Content-Type");
    if (type != null
        && type.startsWith("text/html")
        && headers.contains(CODING, "identity", true)) {
      headers.remove(CODING);
    }
  }

  /** Quarkus says nothing of it for the cookie of forms, and browsers differ in what that means. */
  private static void confineCookies(RoutingContext context) {
    for (Cookie cookie : context.request().cookies()) {
      if (cookie instanceof ServerCookie set && set.isChanged() && cookie.getSameSite() == null) {
        cookie.setSameSite(CookieSameSite.LAX);
      }
    }
  }

  private void complete(MultiMap headers) {
    setIfAbsent(headers, "Content-Security-Policy", policy().toString());
    setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "Referrer-Policy", "same-origin");
    setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
    setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    // MLflow's frame is of the same site: with this it gets a process of its own where it can.
    setIfAbsent(headers, "Origin-Agent-Cluster", "?1");
    setIfAbsent(
        headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    if (portal.origin().isSecure()) {
      setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
