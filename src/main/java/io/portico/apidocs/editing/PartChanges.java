package io.portico.apidocs.editing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayFailureMapper;
import io.portico.apidocs.ApiTrail;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.LostUpdate;
import io.portico.apidocs.PlaceWords;
import io.portico.apidocs.Properties;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.portal.ErrorPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Writes and deletes what is said about a place. Whatever fails shows the typed text again. */
@Path("/app/apis/{api}/parts")
@Authenticated
@Blocking
public class PartChanges {
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final String EMPTY = "Nothing is written yet. Fill in at least one field.";
  private static final String CHANGED =
      "Somebody else has changed this meanwhile, and nothing was deleted. Below is what is there now.";

  private static final String UNREADABLE =
      "API Gateway has a text here that the portal cannot read; the contents tell why. It has to be"
          + " deleted in AWS's console first.";

  private final Admission admission;
  private final Drafts drafts;
  private final PartPages pages;
  private final ApiTrail trail;
  private final ApiGatewayFailureMapper failures;
  private final RoutingContext context;

  PartChanges(
      Admission admission,
      Drafts drafts,
      PartPages pages,
      ApiTrail trail,
      ApiGatewayFailureMapper failures,
      RoutingContext context) {
    this.admission = admission;
    this.drafts = drafts;
    this.pages = pages;
    this.trail = trail;
    this.failures = failures;
    this.context = context;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @RestPath String api, @BeanParam PlaceQuery query, MultivaluedMap<String, String> form) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    Location location = query.location();
    PartForm typed = PartForm.of(form);
    Map<String, String> problems = typed.problems(location.type());
    if (!problems.isEmpty()) {
      return pages.answer(UNPROCESSABLE, pages.writing(access, location, typed).with(problems));
    }
    Properties mine = typed.properties(location.type());
    if (typed.seen().isEmpty() && mine.equals(Properties.none())) {
      return again(UNPROCESSABLE, access, location, typed, EMPTY);
    }
    try {
      drafts.write(access.api(), location, typed.seen(), mine);
    } catch (LostUpdate e) {
      // Ours, if the answer to a first attempt was lost.
      if (!e.there().equals(Optional.of(mine))) {
        PartPage.Conflict conflict = new PartPage.Conflict(e.there(), mine);
        return changed(CONFLICT, pages.writing(access, location, typed).with(conflict));
      }
    } catch (ApiGatewayFailure e) {
      trail.record(Action.PART_WRITTEN, access, PlaceWords.title(location), Result.FAILED);
      return e.kind() == ApiGatewayFailure.Kind.CONFLICT
          ? again(CONFLICT, access, location, typed, UNREADABLE)
          : failed(access, location, typed, e);
    }
    trail.record(Action.PART_WRITTEN, access, PlaceWords.title(location), Result.DONE);
    PartForm now = PartForm.fresh(typed.tab(), Optional.of(mine), mine);
    return done(access, location, now, PartPage.Notice.SAVED);
  }

  /** Where there is no script to ask in a dialog. */
  @GET
  @Path("delete")
  public Response confirmation(@RestPath String api, @BeanParam PlaceQuery query) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    OpenPlace place = OpenPlace.of(drafts.of(access.api()), query.location());
    PartPage page = PartPage.reading(access, place, Tab.FIELDS);
    return pages.answer(OK, access, Optional.of(page.location()), PartTemplates.partDeletion(page));
  }

  @POST
  @Path("delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response delete(
      @RestPath String api, @BeanParam PlaceQuery query, MultivaluedMap<String, String> form) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    Location location = query.location();
    PartForm seen = PartForm.of(form);
    try {
      drafts.delete(access.api(), location, seen.base());
    } catch (LostUpdate e) {
      if (e.there().isEmpty()) {
        return done(access, location, PartForm.NOTHING, PartPage.Notice.DELETED);
      }
      PartForm now = PartForm.fresh(seen.tab(), e.there(), e.there().get());
      return again(CONFLICT, access, location, now, CHANGED);
    } catch (ApiGatewayFailure e) {
      trail.record(Action.PART_DELETED, access, PlaceWords.title(location), Result.FAILED);
      return failed(access, location, seen, e);
    }
    trail.record(Action.PART_DELETED, access, PlaceWords.title(location), Result.DONE);
    return done(access, location, PartForm.NOTHING, PartPage.Notice.DELETED);
  }

  private Response done(ApiAccess access, Location location, PartForm now, PartPage.Notice notice) {
    Tab tab = now.tab();
    if (!pages.isFragment()) {
      return Response.seeOther(
              URI.create(
                  "/app/apis/%s/parts?%s&as=%s&done=%s"
                      .formatted(
                          access.api().id(),
                          PlaceWords.query(location),
                          tab.label(),
                          notice.label())))
          .build();
    }
    PartPage page =
        pages
            .place(access, location)
            .map(place -> PartPage.opened(access, place, tab, ""))
            .orElseGet(() -> PartPage.writing(access, location, Optional.empty(), now));
    return changed(OK, page.with(Optional.of(notice)));
  }

  /** With word to the contents beside it that they are no longer true. */
  private Response changed(int status, PartPage page) {
    return Response.fromResponse(pages.answer(status, page))
        .header("HX-Trigger", "portico:part-saved")
        .build();
  }

  private Response failed(
      ApiAccess access, Location location, PartForm typed, ApiGatewayFailure failure) {
    ErrorPage told = failures.told(failure, context);
    String reference = told.reference().map(r -> " Reference: " + r).orElse("");
    String sentence = "%s. %s%s".formatted(told.title(), told.advice(), reference);
    return again(told.status(), access, location, typed, sentence);
  }

  private Response again(
      int status, ApiAccess access, Location location, PartForm typed, String problem) {
    return pages.answer(
        status, pages.writing(access, location, typed).with(Map.of(PartForm.WHOLE, problem)));
  }
}
