package io.portico.portal;

import io.portico.identity.FreshSignIn;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What only those do who have just signed in. */
@Path("/app/weighty")
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
@Authenticated
@Blocking
public class Weighty {
  static final List<String> DONE = new CopyOnWriteArrayList<>();

  @Inject FreshSignIn freshSignIn;

  @GET
  public String page() {
    return freshSignIn.isFresh() ? "Publish" : "Sign in again to publish";
  }

  @GET
  @Path("preview")
  public String preview() {
    freshSignIn.demand();
    return "shown";
  }

  @POST
  public String publish(@FormParam("note") String note) {
    freshSignIn.demand();
    DONE.add(note);
    return "Published";
  }
}
