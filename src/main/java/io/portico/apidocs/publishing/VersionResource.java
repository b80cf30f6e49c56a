package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.ApiTrail;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Note;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * One version of an API's documentation. Its name stands in the query and in forms: as a segment of
 * a path {@code ..} would lead elsewhere.
 */
@Path("/app/apis/{api}/version")
@Authenticated
@Blocking
public class VersionResource {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final SignedIn signedIn;
  private final Admission admission;
  private final Versions versions;
  private final ApiGatewayVersions gateway;
  private final Snapshots snapshots;
  private final VersionRestores restores;
  private final ApiTrail trail;

  VersionResource(
      SignedIn signedIn,
      Admission admission,
      Versions versions,
      ApiGatewayVersions gateway,
      Snapshots snapshots,
      VersionRestores restores,
      ApiTrail trail) {
    this.signedIn = signedIn;
    this.admission = admission;
    this.versions = versions;
    this.gateway = gateway;
    this.snapshots = snapshots;
    this.restores = restores;
    this.trail = trail;
  }

  @GET
  public TemplateInstance version(@RestPath String api, @RestQuery String name) {
    return VersionTemplates.version(page(admission.of(api), name));
  }

  /**
   * Writes another note.
   *
   * @param seen the note that the person saw
   */
  @POST
  @Path("note")
  public Response describe(
      @RestPath String api, @RestForm String name, @RestForm String note, @RestForm String seen) {
    ApiAccess access = admission.of(api, DocumentationRole.PUBLISHER);
    VersionPage page = page(access, name);
    Note typed = Note.typed(note);
    if (typed.problem("note").isPresent()) {
      return again(UNPROCESSABLE, page.withProblem(typed.text(), typed.problem("note").get()));
    }
    String there = page.version().of().description();
    if (!Note.typed(seen).says(there) && !typed.says(there)) {
      return again(
          CONFLICT,
          page.withMessage(
              typed.text(),
              "Somebody else has changed the note meanwhile; nothing was saved. Theirs stands above,"
                  + " yours in the form: saving it again replaces theirs."));
    }
    carryOut(
        Action.VERSION_DESCRIBED,
        page,
        () -> gateway.describeVersion(access.api().id(), name, typed.text()));
    return seeOther("/version?name=" + page.version().encoded(), access);
  }

  @GET
  @Path("delete")
  public TemplateInstance deletion(@RestPath String api, @RestQuery String name) {
    return VersionTemplates.versionDeletion(
        page(admission.of(api, DocumentationRole.PUBLISHER), name));
  }

  @POST
  @Path("delete")
  public Response delete(@RestPath String api, @RestForm String name) {
    ApiAccess access = admission.of(api, DocumentationRole.PUBLISHER);
    VersionPage page = page(access, name);
    if (page.version().isShown()) {
      return again(CONFLICT, page.withMessage(page.note(), "Nothing was deleted."));
    }
    carryOut(Action.VERSION_DELETED, page, () -> gateway.deleteVersion(access.api().id(), name));
    // Nobody could get at it any more.
    snapshots.forget(access.api().id(), page.version().of());
    return seeOther("/versions", access);
  }

  @POST
  @Path("restore")
  public Response restore(@RestPath String api, @RestForm String name) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    VersionPage page = page(access, name);
    return restores
        .plan(access.api(), signedIn.person(), name)
        .map(planned -> Response.seeOther(URI.create(planned.address())).build())
        .orElseGet(() -> again(CONFLICT, page.withMessage(page.note(), "Nothing was restored.")));
  }

  private void carryOut(Action action, VersionPage page, Runnable change) {
    Result result = Result.FAILED;
    try {
      change.run();
      result = Result.DONE;
    } finally {
      trail.record(action, page.access(), page.version().name(), result);
      versions.forget(page.access().api());
    }
  }

  private VersionPage page(ApiAccess access, String name) {
    VersionList list = versions.of(access.api());
    return list.version(name)
        .map(version -> VersionPage.of(access, version, list))
        .orElseThrow(NotFoundException::new);
  }

  private static Response again(int status, VersionPage page) {
    return Response.status(status).entity(VersionTemplates.version(page)).build();
  }

  private static Response seeOther(String where, ApiAccess access) {
    return Response.seeOther(URI.create("/app/apis/" + access.api().id() + where)).build();
  }
}
