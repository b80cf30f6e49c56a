package io.portico.portal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one writer of what fails: pages for people, problem details (RFC 9457) for programs. */
@ApplicationScoped
public class ErrorPages {
  private static final String PAGE = "text/html;charset=UTF-8";
  private static final String PROBLEM = "application/problem+json";
  private static final Set<String> PAGES = Set.of("text/html");
  private static final Set<String> PROBLEMS = Set.of(PROBLEM, "application/json");
  private static final int RETRY_SECONDS = 30;

  private final Portal portal;

  ErrorPages(Portal portal) {
    this.portal = portal;
  }

  /** For a failure outside of a resource. */
  public void write(RoutingContext context, ErrorPage page) {
    boolean html = wantsPage(context.request());
    headers(context, page).forEach(context.response()::putHeader);
    context
        .response()
        .setStatusCode(page.status())
        .putHeader("Content-Type", html ? PAGE : PROBLEM)
        .end(html ? html(page) : problem(page));
  }

  /** For a failure inside of a resource. */
  public Response response(RoutingContext context, ErrorPage page) {
    boolean html = wantsPage(context.request());
    Response.ResponseBuilder answer =
        Response.status(page.status())
            .type(html ? PAGE : PROBLEM)
            .entity(html ? html(page) : problem(page));
    headers(context, page).forEach(answer::header);
    return answer.build();
  }

  private Map<String, String> headers(RoutingContext context, ErrorPage page) {
    Map<String, String> headers = new HashMap<>(Map.of("Vary", "Accept"));
    challenge(context, page.problem()).ifPresent(way -> headers.put("WWW-Authenticate", way));
    if (page.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      headers.put("Retry-After", Integer.toString(RETRY_SECONDS));
    }
    return headers;
  }

  /** RFC 6750, 3; RFC 9728, 5.1. Nothing where no token helps. */
  private Optional<String> challenge(RoutingContext context, Problem problem) {
    String error =
        switch (problem) {
          case UNAUTHENTICATED -> "";
          case INVALID_TOKEN -> ", error=\"invalid_token\"";
          default -> null;
        };
    ProtectedResource resource =
        ProtectedResource.of(portal.originIn(context.request()), context.request().path());
    return Optional.ofNullable(error)
        .map(
            told ->
                "Bearer realm=\"portico\"%s, resource_metadata=\"%s\""
                    .formatted(told, resource.address()));
  }

  private static String html(ErrorPage page) {
    return PortalTemplates.error(page).render();
  }

  private String problem(ErrorPage page) {
    JsonObject problem =
        new JsonObject()
            .put("type", portal.origin().resolve(page.problem().path()).toString())
            .put("title", page.title())
            .put("status", page.status())
            .put("detail", page.advice());
    page.reference().ifPresent(reference -> problem.put("reference", reference));
    page.signInAgain().ifPresent(way -> problem.put("signIn", way.href()));
    return problem.encode();
  }

  private static boolean wantsPage(HttpServerRequest request) {
    MediaRanges ranges = MediaRanges.of(request.headers().getAll("Accept"));
    return ranges.liking(PAGES).compareTo(ranges.liking(PROBLEMS)) > 0;
  }
}
