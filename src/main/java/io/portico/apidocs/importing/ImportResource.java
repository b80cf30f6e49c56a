package io.portico.apidocs.importing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiDocsConfig;
import io.portico.apidocs.DocumentationRole;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The form of an import, and those of before. Nothing is sent from here. */
@Path("/app/apis/{api}/import")
@Authenticated
@Blocking
public class ImportResource {
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private final SignedIn signedIn;
  private final Admission admission;
  private final ApiDocsConfig config;
  private final Imports imports;
  private final ImportTable table;

  ImportResource(
      SignedIn signedIn,
      Admission admission,
      ApiDocsConfig config,
      Imports imports,
      ImportTable table) {
    this.signedIn = signedIn;
    this.admission = admission;
    this.config = config;
    this.imports = imports;
    this.table = table;
  }

  @GET
  public TemplateInstance form(@RestPath String api) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    return ImportingTemplates.imports(
        page(access, ImportForm.empty(), Map.of(), Optional.of(before(access))));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response plan(@RestPath String api, @BeanParam ImportForm form) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    ImportJudgement judgement = ImportRules.judge(form);
    try {
      if (judgement.wanted().isEmpty()) {
        return Response.status(UNPROCESSABLE)
            .entity(
                ImportingTemplates.imports(
                    page(access, form, judgement.problems(), Optional.of(before(access)))))
            .build();
      }
      PartsImport planned = imports.plan(access.api(), signedIn.person(), judgement.wanted().get());
      return Response.seeOther(URI.create(planned.address())).build();
    } catch (DatabaseUnavailable away) {
      Map<String, String> problems =
          judgement.problems().isEmpty()
              ? Map.of("", "The portal's database does not answer. Try again in a minute.")
              : judgement.problems();
      return Response.status(UNAVAILABLE)
          .entity(ImportingTemplates.imports(page(access, form, problems, Optional.empty())))
          .build();
    }
  }

  private List<PartsImport> before(ApiAccess access) {
    return table.of(access.api().id(), signedIn.person().subject());
  }

  private ImportPage page(
      ApiAccess access,
      ImportForm form,
      Map<String, String> problems,
      Optional<List<PartsImport>> before) {
    return new ImportPage(access, form, problems, before, config.backupsKept().toDays());
  }
}
