package io.portico.apidocs.editing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.InvalidLocation;
import io.portico.apidocs.Location;
import io.portico.apidocs.Markdown;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The editor of one place, as far as nothing is changed by it. */
@Path("/app/apis/{api}/parts")
@Authenticated
@Blocking
public class PartsResource {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private final Admission admission;
  private final Drafts drafts;
  private final PartPages pages;

  PartsResource(Admission admission, Drafts drafts, PartPages pages) {
    this.admission = admission;
    this.drafts = drafts;
    this.pages = pages;
  }

  /**
   * Opens a place.
   *
   * @param as in which way to show or write it
   * @param start at a place that inherits its text: {@code copy} or {@code empty}
   * @param done what has just happened to it
   */
  @GET
  public Response open(
      @RestPath String api,
      @BeanParam PlaceQuery query,
      @RestQuery String as,
      @RestQuery String start,
      @RestQuery String done) {
    ApiAccess access = admission.of(api);
    if (!query.isPresent()) {
      return elsewhere(OK, access, new Elsewhere(access, query, Map.of()));
    }
    try {
      OpenPlace place = OpenPlace.of(drafts.of(access.api()), query.location());
      PartPage page =
          PartPage.opened(access, place, Tab.of(as), start).with(PartPage.Notice.of(done));
      return pages.answer(OK, page);
    } catch (InvalidLocation e) {
      return elsewhere(UNPROCESSABLE, access, new Elsewhere(access, query, e.problems()));
    }
  }

  private Response elsewhere(int status, ApiAccess access, Elsewhere form) {
    return pages.answer(status, access, Optional.empty(), PartTemplates.elsewhere(form));
  }

  /**
   * Shows a form again with all that is typed into it.
   *
   * @param as how to go on writing
   * @param beside whether to show beside it what is there now
   */
  @POST
  @Path("form")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response form(
      @RestPath String api,
      @BeanParam PlaceQuery query,
      @RestQuery String as,
      @RestQuery boolean beside,
      MultivaluedMap<String, String> form) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    Location location = query.location();
    PartForm typed = PartForm.of(form);
    Map<String, String> problems =
        typed.tab() == Tab.of(as) ? Map.of() : typed.problems(location.type());
    PartForm shown = problems.isEmpty() ? typed.as(Tab.of(as), location.type()) : typed;
    PartPage page = pages.writing(access, location, shown).with(problems).beside(beside);
    return pages.answer(problems.isEmpty() ? OK : UNPROCESSABLE, page);
  }

  /** What is wrong with some JSON. */
  @POST
  @Path("check")
  public TemplateInstance check(@RestPath String api, @RestForm String json) {
    admission.of(api, DocumentationRole.EDITOR);
    return PartTemplates.partCheck(Mistake.in(FieldText.lines(json == null ? "" : json)));
  }

  /**
   * How Markdown will look.
   *
   * @param of the name of the field that holds it
   */
  @POST
  @Path("markdown")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public String markdown(
      @RestPath String api, @RestQuery String of, MultivaluedMap<String, String> form) {
    admission.of(api, DocumentationRole.EDITOR);
    String text = form.getFirst(of);
    return new Markdown(text == null ? "" : text).html().getValue();
  }
}
