package io.portico.agents;

import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** What each problem means and what to do about it. */
@Path(Problem.PAGES)
@PermitAll
@Blocking
public class ProblemsResource {
  private static final List<Format> FORMATS = List.of(Format.MARKDOWN, Format.HTML);

  private final Portal portal;
  private final DocumentAnswers answers;

  ProblemsResource(Portal portal, DocumentAnswers answers) {
    this.portal = portal;
    this.answers = answers;
  }

  @GET
  public Response index(RoutingContext context) {
    return negotiated(context, Problem.PAGES);
  }

  @GET
  @Path("index.md")
  public Response indexInMarkdown(RoutingContext context) {
    return answer(context, Format.MARKDOWN, ProblemPages.index());
  }

  @GET
  @Path("index.html")
  public Response indexInHtml(RoutingContext context) {
    return answer(
        context, Format.HTML, AgentsTemplates.problems(List.of(Problem.values())).render());
  }

  @GET
  @Path("{problem}")
  public Response problem(@RestPath String problem, RoutingContext context) {
    return negotiated(context, known(problem).path());
  }

  @GET
  @Path("{problem}/index.md")
  public Response markdown(@RestPath String problem, RoutingContext context) {
    return answer(context, Format.MARKDOWN, ProblemPages.of(known(problem)));
  }

  @GET
  @Path("{problem}/index.html")
  public Response html(@RestPath String problem, RoutingContext context) {
    return answer(context, Format.HTML, AgentsTemplates.problem(known(problem)).render());
  }

  private static Problem known(String label) {
    return Problem.of(label).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  /** Each form has an address, for caches go by addresses. */
  private Response negotiated(RoutingContext context, String page) {
    Format format =
        Format.preferred(context.request().headers().getAll("Accept"), FORMATS)
            .orElse(Format.MARKDOWN);
    return Response.temporaryRedirect(portal.origin().resolve(page + "/" + format.document()))
        .header("Vary", "Accept")
        .build();
  }

  private Response answer(RoutingContext context, Format format, String text) {
    return answers.of(
        context,
        Document.of(format.document(), format.mediaType(), text),
        CacheRule.CATALOGUE,
        List.of(),
        List.of());
  }
}
