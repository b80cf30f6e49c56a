package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Puts together what stands beside an API's contents: alone for htmx, else with them. */
@ApplicationScoped
class PartPages {
  private final Drafts drafts;
  private final RoutingContext context;

  PartPages(Drafts drafts, RoutingContext context) {
    this.drafts = drafts;
    this.context = context;
  }

  /** A place in the draft; empty if API Gateway does not answer, so that no typed text is lost. */
  Optional<OpenPlace> place(ApiAccess access, Location location) {
    return draft(access).map(draft -> OpenPlace.of(draft, location));
  }

  private Optional<Draft> draft(ApiAccess access) {
    try {
      return Optional.of(drafts.of(access.api()));
    } catch (ApiGatewayFailure e) {
      return Optional.empty();
    }
  }

  /** The form again with what is typed into it. */
  PartPage writing(ApiAccess access, Location location, PartForm typed) {
    return PartPage.writing(access, location, place(access, location), typed);
  }

  Response answer(int status, PartPage page) {
    return answer(status, page.access(), Optional.of(page.location()), PartTemplates.part(page));
  }

  /**
   * An answer that holds the part of a page.
   *
   * @param at the place that it is about
   */
  Response answer(int status, ApiAccess access, Optional<Location> at, TemplateInstance part) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(isFragment() ? part : whole(access, at, new RawString(part.render())))
        .build();
  }

  private TemplateInstance whole(ApiAccess access, Optional<Location> at, RawString part) {
    List<String> open = at.map(Location::path).stream().toList();
    return draft(access)
        .map(draft -> ContentsPage.of(access, draft, new FilterQuery()).openAt(open))
        .map(contents -> ApisTemplates.contents(contents, Optional.of(part)))
        .orElseGet(() -> PartTemplates.partAlone(access, part));
  }

  /** Whether htmx asks for a piece of the page that it is on. */
  boolean isFragment() {
    HttpServerRequest request = context.request();
    return request.getHeader("HX-Request") != null
        && request.getHeader("HX-History-Restore-Request") == null;
  }
}
