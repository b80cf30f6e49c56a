package io.portico.agents;

import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Where programs begin. */
@Path("/")
@PermitAll
@Blocking
public class CatalogueResource {
  private static final String TEXT = "text/plain;charset=UTF-8";

  /** A shared cache may hold anybody's, and must not give it to somebody. */
  private static final List<String> BY_READER = List.of("Authorization", "Cookie");

  private final Portal portal;
  private final DocumentsConfig config;
  private final Readers readers;
  private final ReaderAccess access;
  private final DocumentAnswers answers;

  CatalogueResource(
      Portal portal,
      DocumentsConfig config,
      Readers readers,
      ReaderAccess access,
      DocumentAnswers answers) {
    this.portal = portal;
    this.config = config;
    this.readers = readers;
    this.access = access;
    this.answers = answers;
  }

  @GET
  @Path(".well-known/api-catalog")
  public Response apis(RoutingContext context) {
    Reader reader = readers.of(context);
    return answer(context, reader, Catalogue.LINKSET, catalogue(reader).linkset());
  }

  @GET
  @Path("llms.txt")
  public Response llms(RoutingContext context) {
    Reader reader = readers.of(context);
    return answer(context, reader, TEXT, catalogue(reader).llms());
  }

  private Catalogue catalogue(Reader reader) {
    return new Catalogue(portal.origin(), access.readable(reader));
  }

  @GET
  @Path(".well-known/security.txt")
  public Response security(RoutingContext context) {
    SecurityText text =
        SecurityText.of(portal.origin(), config.securityContact(), portal.contact())
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return answers.of(
        context,
        Document.of("", TEXT, text.text(Instant.now())),
        CacheRule.CATALOGUE,
        List.of(),
        List.of());
  }

  private Response answer(RoutingContext context, Reader reader, String mediaType, String text) {
    return answers.of(
        context,
        Document.of("", mediaType, text),
        reader.isAnybody() ? CacheRule.CATALOGUE : CacheRule.PERSONAL,
        List.of("</.well-known/api-catalog>; rel=\"api-catalog\""),
        BY_READER);
  }
}
