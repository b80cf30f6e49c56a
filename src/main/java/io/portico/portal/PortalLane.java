package io.portico.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The door of the portal's origin: requests for another host end here, writes from another origin
 * too.
 */
@ApplicationScoped
public class PortalLane {
  /** Behind the lanes of other origins, before authentication and everything else. */
  public static final int PRIORITY = 1_000;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  private final Portal portal;
  private final PageHeaders headers;
  private final ErrorPages errors;

  PortalLane(Portal portal, PageHeaders headers, ErrorPages errors) {
    this.portal = portal;
    this.headers = headers;
    this.errors = errors;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String host = request.authority() == null ? null : request.authority().toString();
    headers.addTo(context);
    if (portal.origin().isSecure()) {
      HostCookies.translate(context);
    }
    if (request.headers().getAll("Host").size() > 1 || !request.uri().startsWith("/")) {
      errors.write(context, ErrorPage.badRequest("The request names its host in two ways."));
    } else if (!PlainPath.isTargetOf(request.uri())) {
      errors.write(context, ErrorPage.badRequest("The path can be read in more than one way."));
    } else if (ProgramPaths.include(request.path()) && portal.answersTo(host)) {
      // Nothing that a browser sends by itself counts there, so no page can act for its visitor.
      request.headers().remove("Cookie");
      context.next();
    } else if (!portal.origin().hasAuthority(host)) {
      otherHost(context, host);
    } else if (SAFE.contains(request.method())) {
      context.next();
    } else {
      write(context);
    }
  }

  private void write(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (ProgramPaths.areRead(request.path())) {
      context.response().putHeader("Allow", "GET, HEAD, OPTIONS");
      errors.write(context, ErrorPage.of(Problem.METHOD_NOT_ALLOWED));
    } else if (!comesFromPortal(request)) {
      errors.write(context, ErrorPage.foreignOrigin());
    } else if (!isForm(request)) {
      errors.write(
          context, ErrorPage.badRequest("The portal's pages send forms, and this is none."));
    } else {
      context.next();
    }
  }

  /**
   * A sibling host's form carries our Lax cookies, so the site is not enough: the origin must be
   * exactly ours.
   */
  private boolean comesFromPortal(HttpServerRequest request) {
    return List.of(portal.origin().toString()).equals(request.headers().getAll("Origin"));
  }

  /** Where the form's hidden token is looked for, and nothing is taken that can have none. */
  private static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && FORMS.contains(type.split(";")[0].trim().toLowerCase(Locale.ROOT));
  }

  private void otherHost(RoutingContext context, String host) {
    HttpServerRequest request = context.request();
    // On a developer's machine http://localhost:8080 leads to the portal.
    if (!portal.isLocalAlias(host)) {
      errors.write(context, ErrorPage.misdirected(portal.origin()));
    } else if (request.path().startsWith("/q/")) {
      context.next();
    } else {
      context.response().setStatusCode(302).putHeader("Location", portal.origin() + "/app").end();
    }
  }
}
