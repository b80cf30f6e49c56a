package io.portico.agents.tools;

import io.portico.agents.DocumentAnswers;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The portal's own API, for tools that read OpenAPI. */
@Path("/api/openapi.json")
@PermitAll
@Blocking
public class PortalApiResource {
  private final PortalApi api;
  private final DocumentAnswers answers;

  PortalApiResource(PortalApi api, DocumentAnswers answers) {
    this.api = api;
    this.answers = answers;
  }

  @GET
  public Response openApi(RoutingContext context) {
    return answers.catalogue(context, MediaType.APPLICATION_JSON, api.json());
  }
}
