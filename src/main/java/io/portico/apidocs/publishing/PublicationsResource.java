package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Stage;
import io.portico.audit.Reference;
import io.portico.identity.FreshSignIn;
import io.portico.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Publications: what one would change, its confirmation, how it goes, and the way back. */
@Path("/app/apis/{api}/publications")
@Authenticated
@Blocking
public class PublicationsResource {
  private static final int CONFLICT = 409;

  private final SignedIn signedIn;
  private final FreshSignIn freshSignIn;
  private final Admission admission;
  private final ApiGatewayDocumentation gateway;
  private final Publications publications;
  private final PublicationTable table;
  private final PublicationPlans plans;
  private final PublicationEvents events;
  private final RoutingContext request;

  PublicationsResource(
      SignedIn signedIn,
      FreshSignIn freshSignIn,
      Admission admission,
      ApiGatewayDocumentation gateway,
      Publications publications,
      PublicationTable table,
      PublicationPlans plans,
      PublicationEvents events,
      RoutingContext request) {
    this.signedIn = signedIn;
    this.freshSignIn = freshSignIn;
    this.admission = admission;
    this.gateway = gateway;
    this.publications = publications;
    this.table = table;
    this.plans = plans;
    this.events = events;
    this.request = request;
  }

  @GET
  public TemplateInstance list(@RestPath String api) {
    ApiAccess to = admission.of(api);
    return PublicationTemplates.publications(
        new PublicationsPage(to, table.of(to.api().id()), Instant.now()));
  }

  @GET
  @Path("{id}")
  public TemplateInstance page(@RestPath String api, @RestPath UUID id) {
    ApiAccess to = admission.of(api);
    Publication found = found(to, id);
    return found.isPlanned()
        ? planned(admission.of(api, DocumentationRole.PUBLISHER), found, Optional.empty())
        : PublicationTemplates.publication(
            new PublicationPage(to, found, stages(to, found), Instant.now()));
  }

  private TemplateInstance planned(ApiAccess to, Publication planned, Optional<String> note) {
    return PublicationTemplates.publicationPlan(plans.of(to, planned, note));
  }

  /** How a publication ended is told whether API Gateway answers or not. */
  private Optional<List<Stage>> stages(ApiAccess to, Publication found) {
    if (found.isRunning()) {
      return Optional.empty();
    }
    try {
      return Optional.of(gateway.stages(to.api().id()));
    } catch (ApiGatewayFailure away) {
      return Optional.empty();
    }
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(@RestPath String api, @RestPath UUID id, @RestForm String mark) {
    ApiAccess to = admission.of(api, DocumentationRole.PUBLISHER);
    Publication planned = found(to, id);
    if (!planned.isPlanned()) {
      return seeOther(planned);
    }
    freshSignIn.demand();
    return switch (publications.confirm(planned, to.api(), mark, Reference.of(request))) {
      case TAKEN -> seeOther(planned);
      case CHANGED ->
          again(
              to,
              id,
              "Draft or stages have changed since this was shown to you, so nothing was published."
                  + " This is what it would change now.");
      case IMPOSSIBLE -> again(to, id, "Nothing was published.");
    };
  }

  private Response again(ApiAccess to, UUID id, String note) {
    Publication planned = found(to, id);
    return planned.isPlanned()
        ? Response.status(CONFLICT).entity(planned(to, planned, Optional.of(note))).build()
        : seeOther(planned);
  }

  /** For htmx: nothing new, what is new, or that the whole page is. */
  @GET
  @Path("{id}/progress")
  public Response progress(@RestPath String api, @RestPath UUID id, @RestQuery String seen) {
    ApiAccess to = admission.of(api);
    PublicationPage page = new PublicationPage(to, found(to, id), Optional.empty(), Instant.now());
    if (!page.of().isRunning()) {
      return Response.noContent().header("HX-Refresh", "true").build();
    }
    return page.mark().equals(seen)
        ? Response.noContent().build()
        : Response.ok(PublicationTemplates.publicationProgress(page)).build();
  }

  /** The same as it happens (WHATWG HTML, 9.2, server-sent events). */
  @GET
  @Path("{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  public Multi<OutboundSseEvent> events(@RestPath String api, @RestPath UUID id) {
    ApiAccess to = admission.of(api);
    return events.of(to, found(to, id));
  }

  /** What waits for a confirmation is its owner's alone. */
  private Publication found(ApiAccess to, UUID id) {
    return table
        .find(to.api().id(), id)
        .filter(
            found -> !found.isPlanned() || found.by().subject().equals(signedIn.person().subject()))
        .orElseThrow(NotFoundException::new);
  }

  private static Response seeOther(Publication to) {
    return Response.seeOther(URI.create(to.address())).build();
  }
}
