package io.portico.agents;

import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells programs what went wrong (RFC 9457), and people by a page. */
public class ProblemAnswers {
  private static final int RETRY_SECONDS = 30;

  private final Portal portal;
  private final ErrorPages pages;

  ProblemAnswers(Portal portal, ErrorPages pages) {
    this.portal = portal;
    this.pages = pages;
  }

  @ServerExceptionMapper
  Response refused(Refused refusal, RoutingContext context) {
    Problem problem = refusal.problem();
    Response.ResponseBuilder answer = wantsPage(context) ? page(context, refusal) : json(refusal);
    answer.header("Vary", "Accept");
    if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header("WWW-Authenticate", challenge(problem));
    }
    if (problem.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      answer.header("Retry-After", RETRY_SECONDS);
    }
    return answer.build();
  }

  private static boolean wantsPage(RoutingContext context) {
    return Format.preferred(
            context.request().headers().getAll("Accept"), List.of(Format.JSON, Format.HTML))
        .filter(Format.HTML::equals)
        .isPresent();
  }

  private Response.ResponseBuilder page(RoutingContext context, Refused refusal) {
    Problem problem = refusal.problem();
    ErrorPage page =
        new ErrorPage(
            problem.status(),
            problem.title(),
            refusal.getMessage() + " " + problem.advice(),
            Optional.empty());
    return Response.fromResponse(pages.response(context, page));
  }

  private Response.ResponseBuilder json(Refused refusal) {
    Problem problem = refusal.problem();
    return Response.status(problem.status())
        .type("application/problem+json")
        .entity(
            new JsonObject()
                .put("type", portal.origin().resolve(problem.path()).toString())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", refusal.getMessage())
                .encode());
  }

  /** RFC 6750, 3. */
  private static String challenge(Problem problem) {
    String realm = "Bearer realm=\"portico\"";
    return problem == Problem.INVALID_TOKEN ? realm + ", error=\"invalid_token\"" : realm;
  }
}
