package io.portico.apidocs.importing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** An API written down: as a stage shows it, or only what is written about it. */
@Path("/app/apis/{api}/export")
@Authenticated
@Blocking
public class ExportResource {
  private static final int UNPROCESSABLE = 422;

  private final Admission admission;
  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;

  ExportResource(Admission admission, Drafts drafts, ApiGatewayDocumentation gateway) {
    this.admission = admission;
    this.drafts = drafts;
    this.gateway = gateway;
  }

  @GET
  public TemplateInstance page(@RestPath String api) {
    ApiAccess access = admission.of(api);
    return ImportingTemplates.export(ExportPage.usual(access, drafts.of(access.api())));
  }

  @GET
  @Path("stage")
  public Response stage(@RestPath String api, @BeanParam ExportQuery query) {
    ApiAccess access = admission.of(api);
    Draft draft = drafts.of(access.api());
    return query
        .export(draft.stages())
        .map(export -> download(access.api(), export))
        .orElseGet(
            () ->
                Response.status(UNPROCESSABLE)
                    .entity(ImportingTemplates.export(ExportPage.of(access, draft, query)))
                    .build());
  }

  /** What is written now, published or not, as a file that can be imported. */
  @GET
  @Path("draft")
  public Response draft(@RestPath String api) {
    RestApi of = admission.of(api).api();
    return Response.ok(
            PartsFile.of(of, drafts.fresh(of).documentation()).json(), MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.of(of, List.of("draft"), "json").disposition())
        .build();
  }

  private Response download(RestApi api, WantedExport export) {
    byte[] document =
        gateway.export(
            api.id(), export.stage(), export.format(), export.notation(), export.extensions());
    return Response.ok(document, export.notation().mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, export.fileName(api).disposition())
        .build();
  }
}
