package io.portico.apidocs.importing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ImportMode;
import io.portico.audit.Reference;
import io.portico.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * One import: what it would change, its confirmation, how it goes, and the way back. For editors
 * only, since it shows what a draft was and changes it.
 */
@Path("/app/apis/{api}/imports/{id}")
@Authenticated
@Blocking
public class ImportsResource {
  private static final int CONFLICT = 409;
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final SignedIn signedIn;
  private final Admission admission;
  private final Drafts drafts;
  private final Imports imports;
  private final ImportTable table;
  private final RoutingContext request;

  ImportsResource(
      SignedIn signedIn,
      Admission admission,
      Drafts drafts,
      Imports imports,
      ImportTable table,
      RoutingContext request) {
    this.signedIn = signedIn;
    this.admission = admission;
    this.drafts = drafts;
    this.imports = imports;
    this.table = table;
    this.request = request;
  }

  @GET
  public TemplateInstance page(@RestPath String api, @RestPath UUID id) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    PartsImport found = found(access, id);
    return found.isPlanned()
        ? planned(access, found, Optional.empty())
        : ImportingTemplates.importing(new RunPage(access, found, wayBack(access, found)));
  }

  private TemplateInstance planned(ApiAccess access, PartsImport planned, Optional<String> note) {
    Draft draft = drafts.fresh(access.api());
    return ImportingTemplates.plan(new PlanPage(access, imports.dryRun(planned, draft), note));
  }

  /** What differs between the draft and what was there before, where that is in doubt. */
  private Optional<DryRun> wayBack(ApiAccess access, PartsImport found) {
    return found.state() == ImportState.STOPPED && found.backup()
        ? Optional.of(
            DryRun.of(found, drafts.fresh(access.api()), PartsFile.read(backup(found)), List.of()))
        : Optional.empty();
  }

  /** For htmx: nothing new, what is new, or that the whole page is. */
  @GET
  @Path("progress")
  public Response progress(@RestPath String api, @RestPath UUID id, @RestQuery String seen) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    RunPage page = new RunPage(access, found(access, id), Optional.empty());
    if (!page.of().isRunning()) {
      return Response.noContent().header("HX-Refresh", "true").build();
    }
    return page.mark().equals(seen)
        ? Response.noContent().build()
        : Response.ok(ImportingTemplates.progress(page)).build();
  }

  @POST
  public Response confirm(@RestPath String api, @RestPath UUID id, @RestForm String base) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    PartsImport planned = found(access, id);
    if (!planned.isPlanned()) {
      return seeOther(planned);
    }
    return switch (imports.confirm(planned, access.api(), base, Reference.of(request))) {
      case TAKEN -> seeOther(planned);
      case CHANGED ->
          again(
              access,
              id,
              "The draft has changed since this was shown to you, so nothing was sent. This is what"
                  + " the import would change now.");
      case IMPOSSIBLE -> again(access, id, "Nothing was sent.");
      case OCCUPIED ->
          again(
              access,
              id,
              "Another import of this API is running, so nothing was sent. Wait for its end, and"
                  + " look at this one again.");
    };
  }

  private Response again(ApiAccess access, UUID id, String note) {
    PartsImport planned = found(access, id);
    return planned.isPlanned()
        ? Response.status(CONFLICT).entity(planned(access, planned, Optional.of(note))).build()
        : seeOther(planned);
  }

  @GET
  @Path("backup")
  public Response backupFile(@RestPath String api, @RestPath UUID id) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    PartsImport found = found(access, id);
    FileName name =
        FileName.of(
            access.api(), List.of("before", TO_THE_SECOND.format(found.plannedAt())), "json");
    return Response.ok(backup(found), MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.disposition())
        .build();
  }

  /** Plans to make the draft what it was before: shown and confirmed like any other import. */
  @POST
  @Path("restore")
  public Response restore(@RestPath String api, @RestPath UUID id) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    PartsImport found = found(access, id);
    return seeOther(
        imports.plan(
            access.api(),
            signedIn.person(),
            new WantedParts(
                ImportOrigin.RESTORE,
                "what was there before the import of " + TO_THE_SECOND.format(found.plannedAt()),
                ImportMode.OVERWRITE,
                true,
                PartsFile.parts(PartsFile.read(backup(found))),
                List.of())));
  }

  private String backup(PartsImport of) {
    return table.backup(of.id()).orElseThrow(NotFoundException::new);
  }

  /** What waits for a confirmation is its owner's alone. */
  private PartsImport found(ApiAccess access, UUID id) {
    return table
        .find(access.api().id(), id)
        .filter(
            found -> !found.isPlanned() || found.by().subject().equals(signedIn.person().subject()))
        .orElseThrow(NotFoundException::new);
  }

  private static Response seeOther(PartsImport to) {
    return Response.seeOther(URI.create(to.address())).build();
  }
}
