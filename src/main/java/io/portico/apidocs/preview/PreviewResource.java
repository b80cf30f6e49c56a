package io.portico.apidocs.preview;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.ExportNotation;
import io.portico.apidocs.JsonValue;
import io.portico.apidocs.JsonWriter;
import io.portico.apidocs.Stage;
import io.portico.apidocs.openapi.DraftDocument;
import io.portico.apidocs.openapi.OpenApiFile;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** A draft as documentation, and as the document that a stage's export becomes with it. */
@Path("/app/apis/{api}/preview")
@Authenticated
@Blocking
public class PreviewResource {
  private final Admission admission;
  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;

  PreviewResource(Admission admission, Drafts drafts, ApiGatewayDocumentation gateway) {
    this.admission = admission;
    this.drafts = drafts;
    this.gateway = gateway;
  }

  @GET
  public TemplateInstance preview(@RestPath String api, @BeanParam PreviewQuery query) {
    ApiAccess access = admission.of(api);
    Draft draft = drafts.of(access.api());
    return PreviewTemplates.preview(
        new PreviewPage(access, draft, query.stage(draft), query.format()));
  }

  @GET
  @Path("openapi.{notation}")
  public Response document(
      @RestPath String api, @RestPath String notation, @BeanParam PreviewQuery query) {
    ExportNotation wanted = ExportNotation.of(notation).orElseThrow(NotFoundException::new);
    Draft draft = drafts.of(admission.of(api).api());
    Stage stage = query.stage(draft).orElseThrow(NotFoundException::new);
    JsonValue.Members document = document(draft, stage, query.format());
    return Response.ok(
            wanted == ExportNotation.JSON ? JsonWriter.pretty(document) : JsonWriter.yaml(document))
        .type(wanted.mediaType())
        .build();
  }

  private JsonValue.Members document(Draft draft, Stage stage, ExportFormat format) {
    byte[] export =
        gateway.export(draft.api().id(), stage.name(), format, ExportNotation.JSON, Set.of());
    return DraftDocument.of(OpenApiFile.read(export), draft.documentation());
  }
}
