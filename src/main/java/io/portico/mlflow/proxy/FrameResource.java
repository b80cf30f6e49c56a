package io.portico.mlflow.proxy;

import io.portico.identity.SignedIn;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Origin;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The way from a portal page into MLflow's frame. */
@Path("/app/mlflow/{server}/frame")
@Authenticated
public class FrameResource {
  private final SignedIn signedIn;
  private final TrackingServers servers;
  private final FrameTickets tickets;

  FrameResource(SignedIn signedIn, TrackingServers servers, FrameTickets tickets) {
    this.signedIn = signedIn;
    this.servers = servers;
    this.tickets = tickets;
  }

  /** Leads to the MLflow origin with a ticket; browsers keep the route behind {@code #}. */
  @GET
  public Response enter(@PathParam("server") String id) {
    Origin origin = servers.origin().orElseThrow(NotFoundException::new);
    String enter = "/mlflow/" + access(id).server().id() + UiLane.ENTER;
    return Response.seeOther(origin.resolve(enter + "?ticket=" + ticket(id))).build();
  }

  /** A fresh ticket for the open frame, so that its session lives on while the portal's does. */
  @POST
  @Path("ticket")
  public Response renew(@PathParam("server") String id) {
    return Response.ok(ticket(id)).type(MediaType.TEXT_PLAIN).build();
  }

  private String ticket(String id) {
    return tickets.issue(access(id), signedIn.person());
  }

  private ServerAccess access(String id) {
    return servers.of(signedIn.person(), id).orElseThrow(NotFoundException::new);
  }
}
