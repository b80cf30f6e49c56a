package io.portico.portal;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Gives the cookies of Quarkus' sign-in, whose names cannot be chosen, the prefix {@code __Host-}
 * on their way to the browser, and takes it off on their way back. With the prefix no other host of
 * the site can set them (RFC 6265bis, 4.1.3.2); without it they are not let in.
 */
final class HostCookies {
  private static final String PREFIX = "__Host-";

  /** How all names of Quarkus' OIDC cookies begin: session, its parts, state, post-logout. */
  private static final String SIGN_IN = "q_";

  private HostCookies() {}

  /** To be called before anybody reads the request's cookies. */
  static void translate(RoutingContext context) {
    HttpServerRequest request = context.request();
    String cookies = String.join("; ", request.headers().getAll("Cookie"));
    if (!cookies.isEmpty()) {
      request.headers().set("Cookie", incoming(cookies));
    }
    context.addHeadersEndHandler(end -> rename(context));
  }

  static String incoming(String cookies) {
    return Arrays.stream(cookies.split(";"))
        .map(String::trim)
        .filter(cookie -> !cookie.startsWith(SIGN_IN))
        .map(
            cookie ->
                cookie.startsWith(PREFIX + SIGN_IN) ? cookie.substring(PREFIX.length()) : cookie)
        .collect(Collectors.joining("; "));
  }

  static String outgoing(String setCookie) {
    // Browsers refuse the prefix without Secure, also where a cookie is taken back.
    return PREFIX + setCookie + (setCookie.contains("; Secure") ? "" : "; Secure");
  }

  private static void rename(RoutingContext context) {
    for (Cookie cookie : context.request().cookies()) {
      if (cookie.getName().startsWith(SIGN_IN)
          && cookie instanceof ServerCookie changed
          && changed.isChanged()) {
        context.response().headers().add("Set-Cookie", outgoing(cookie.encode()));
        changed.setChanged(false);
      }
    }
  }
}
