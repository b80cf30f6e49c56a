package io.portico.agents;

import io.portico.portal.PageHeaders;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Sends documents: in the coding that the reader likes, and not again if the reader has it. */
@ApplicationScoped
public class DocumentAnswers {
  /** A browser that shows one all the same runs nothing and loads nothing. */
  private static final String HARMLESS = "default-src 'none'; sandbox; frame-ancestors 'none'";

  private final PageHeaders pages;

  DocumentAnswers(PageHeaders pages) {
    this.pages = pages;
  }

  /**
   * The answer to a GET, or a HEAD, of what tells anybody what there is.
   *
   * @param mediaType as it is sent
   */
  public Response catalogue(RoutingContext context, String mediaType, String text) {
    return of(context, Document.of("", mediaType, text), CacheRule.CATALOGUE, List.of(), List.of());
  }

  /**
   * The answer to a GET, or a HEAD.
   *
   * @param links of the header {@code Link} (RFC 8288)
   * @param vary what beside the coding the document depends on
   */
  Response of(
      RoutingContext context,
      Document document,
      CacheRule rule,
      List<String> links,
      List<String> vary) {
    MultiMap request = context.request().headers();
    Coding coding = Coding.preferred(request.getAll("Accept-Encoding"), document.bodies().keySet());
    String tag = coding.tag(document.digest());
    boolean known = EntityTags.of(request.getAll("If-None-Match")).include(tag);
    Response.ResponseBuilder answer = known ? Response.notModified() : body(document, coding);
    answer.header("ETag", tag).header("Vary", "Accept-Encoding");
    vary.forEach(name -> answer.header("Vary", name));
    links.forEach(link -> answer.header("Link", link));
    if (!document.mediaType().startsWith("text/html")) {
      answer.header("Content-Security-Policy", HARMLESS);
    }
    if (rule.isPublic()) {
      answer
          .header("Access-Control-Allow-Origin", "*")
          .header("Access-Control-Expose-Headers", "ETag, Link")
          .header("Cross-Origin-Resource-Policy", "cross-origin");
    }
    pages.letCache(context, rule.control());
    return answer.build();
  }

  private static Response.ResponseBuilder body(Document document, Coding coding) {
    byte[] body = document.bodies().get(coding);
    return Response.ok(body)
        // Else a HEAD would not tell it.
        .header("Content-Length", body.length)
        .header("Content-Type", document.mediaType())
        .header("Content-Encoding", coding.label());
  }

  /**
   * Which request another origin's page may make (Fetch, 3.2.2); the same for all that there is.
   */
  static Response preflight() {
    return Response.noContent()
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", "GET, HEAD")
        .header("Access-Control-Allow-Headers", "Accept, If-None-Match")
        .header("Access-Control-Max-Age", "86400")
        .build();
  }
}
