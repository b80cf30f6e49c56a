package io.portico.agents;

import io.portico.agents.ReaderAccess.Readable;
import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Published documentation, at addresses that stay. Nothing here asks API Gateway. */
@Path("/docs/{address:.+}")
@PermitAll
@Blocking
public class DocumentsResource {
  private final Portal portal;
  private final ReaderAccess access;
  private final Shelf shelf;
  private final DocumentPages pages;
  private final DocumentAnswers answers;

  DocumentsResource(
      Portal portal,
      ReaderAccess access,
      Shelf shelf,
      DocumentPages pages,
      DocumentAnswers answers) {
    this.portal = portal;
    this.access = access;
    this.shelf = shelf;
    this.pages = pages;
    this.answers = answers;
  }

  @OPTIONS
  public Response preflight() {
    return DocumentAnswers.preflight();
  }

  @GET
  public Response document(RoutingContext context) {
    Optional<DocumentAddress> parsed = DocumentAddress.parse(context.request().path());
    Readable readable = access.readable(context, parsed.map(DocumentAddress::api));
    DocumentAddress address = parsed.orElseThrow();
    Edition edition =
        readable
            .api()
            .edition(address)
            .orElseThrow(
                () ->
                    new Refused(
                        address.kind() == DocumentAddress.Kind.STAGE
                            ? Problem.STAGE_NOT_PUBLISHED
                            : Problem.VERSION_NOT_PUBLISHED));
    if (address.document().isEmpty()) {
      return negotiated(context, address);
    }
    return answers.of(
        context,
        document(readable, address, edition),
        CacheRule.of(address.kind(), readable.isPublic()),
        DocumentLinks.of(address),
        List.of());
  }

  /** Each form has an address, for caches go by addresses. */
  private Response negotiated(RoutingContext context, DocumentAddress address) {
    Format format =
        Format.preferred(context.request().headers().getAll("Accept"), List.of(Format.values()))
            .orElseThrow(() -> new Refused(Problem.NOT_ACCEPTABLE));
    return Response.temporaryRedirect(portal.origin().resolve(address.at(format.document()).path()))
        .header("Vary", "Accept")
        .build();
  }

  private Document document(Readable readable, DocumentAddress address, Edition edition) {
    return ReaderAccess.known(
            () ->
                DocumentPages.isPage(address)
                    ? pages.page(address, edition)
                    : shelf.document(edition, address.document()))
        .orElseThrow(() -> new Refused(Problem.DOCUMENT_NOT_FOUND));
  }
}
