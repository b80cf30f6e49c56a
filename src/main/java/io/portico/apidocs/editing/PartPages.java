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
    return answer(status, page.access(), PartTemplates.part(page));
  }

  /** An answer that holds the part of a page. */
  Response answer(int status, ApiAccess access, TemplateInstance part) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(isFragment() ? part : whole(access, new RawString(part.render())))
        .build();
  }

  private TemplateInstance whole(ApiAccess access, RawString part) {
    return draft(access)
        .map(draft -> ContentsPage.of(access, draft, new FilterQuery()).openAt(path()))
        .map(contents -> ApisTemplates.contents(contents, Optional.of(part)))
        .orElseGet(() -> PartTemplates.partAlone(access, part));
  }

  /** Of the place in the address. */
  private Optional<String> path() {
    return Optional.ofNullable(context.request().getParam("path"));
  }

  /** Whether htmx asks for a piece of the page that it is on. */
  boolean isFragment() {
    HttpServerRequest request = context.request();
    return request.getHeader("HX-Request") != null
        && request.getHeader("HX-History-Restore-Request") == null;
  }
}
