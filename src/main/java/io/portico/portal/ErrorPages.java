package io.portico.portal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The one writer of error pages: HTML for people, problem details (RFC 9457) for scripts. */
@ApplicationScoped
public class ErrorPages {
  private static final String HTML = "text/html;charset=UTF-8";
  private static final String PROBLEM = "application/problem+json";

  /** For a failure outside of a resource. */
  public void write(RoutingContext context, ErrorPage page) {
    boolean html = wantsHtml(context.request());
    context
        .response()
        .setStatusCode(page.status())
        .putHeader("Content-Type", html ? HTML : PROBLEM)
        .end(html ? html(page) : problem(page));
  }

  /** For a failure inside of a resource. */
  public Response response(RoutingContext context, ErrorPage page) {
    boolean html = wantsHtml(context.request());
    return Response.status(page.status())
        .type(html ? HTML : PROBLEM)
        .entity(html ? html(page) : problem(page))
        .build();
  }

  private static String html(ErrorPage page) {
    return PortalTemplates.error(page).render();
  }

  private static String problem(ErrorPage page) {
    JsonObject problem =
        new JsonObject()
            .put("title", page.title())
            .put("status", page.status())
            .put("detail", page.advice());
    page.reference().ifPresent(reference -> problem.put("reference", reference));
    page.signInAgain().ifPresent(way -> problem.put("signIn", way.href()));
    return problem.encode();
  }

  private static boolean wantsHtml(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }
}
