package io.portico.portal;

import io.portico.identity.Person;
import io.portico.identity.SignedIn;
import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

/** The way in and the home page. */
@Path("/")
@Blocking
public class HomeResource {
  private final SignedIn signedIn;
  private final List<HomeCard> cards;

  HomeResource(SignedIn signedIn, @All List<HomeCard> cards) {
    this.signedIn = signedIn;
    this.cards = cards;
  }

  @GET
  @PermitAll
  public Response root() {
    return Response.seeOther(URI.create("/app")).build();
  }

  @GET
  @Path("app")
  @Authenticated
  public TemplateInstance home() {
    Person person = signedIn.person();
    return PortalTemplates.home(
        cards.stream()
            .flatMap(card -> card.contentFor(person).stream())
            .sorted(Comparator.comparingInt(HomeCard.Content::position))
            .toList());
  }
}
