package io.portico.agents;

import io.portico.identity.IdentityProvider;
import io.portico.portal.Portal;
import io.portico.portal.Problem;
import io.portico.portal.ProtectedResource;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

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
  private final IdentityProvider provider;

  CatalogueResource(
      Portal portal,
      DocumentsConfig config,
      Readers readers,
      ReaderAccess access,
      DocumentAnswers answers,
      IdentityProvider provider) {
    this.portal = portal;
    this.config = config;
    this.readers = readers;
    this.access = access;
    this.answers = answers;
    this.provider = provider;
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

  @GET
  @Path(".well-known/oauth-protected-resource{path:(/mcp)?}")
  public Response protectedResource(@RestPath String path, RoutingContext context) {
    ProtectedResource resource =
        new ProtectedResource(portal.originIn(context.request()), path == null ? "" : path);
    return answers.catalogue(
        context, MediaType.APPLICATION_JSON, resource.json(provider.issuer(), provider.scopes()));
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
    return answers.catalogue(context, TEXT, text.text(Instant.now()));
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
