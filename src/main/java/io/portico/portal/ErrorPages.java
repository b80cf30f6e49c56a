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
    headers(page).forEach(context.response()::putHeader);
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
    headers(page).forEach(answer::header);
    return answer.build();
  }

  private static Map<String, String> headers(ErrorPage page) {
    Map<String, String> headers = new HashMap<>(Map.of("Vary", "Accept"));
    challenge(page.problem()).ifPresent(way -> headers.put("WWW-Authenticate", way));
    if (page.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      headers.put("Retry-After", Integer.toString(RETRY_SECONDS));
    }
    return headers;
  }

  /** RFC 6750, 3; nothing where no token helps. */
  private static Optional<String> challenge(Problem problem) {
    String realm = "Bearer realm=\"portico\"";
    return switch (problem) {
      case UNAUTHENTICATED -> Optional.of(realm);
      case INVALID_TOKEN -> Optional.of(realm + ", error=\"invalid_token\"");
      default -> Optional.empty();
    };
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
