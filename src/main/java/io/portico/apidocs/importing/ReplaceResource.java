package io.portico.apidocs.importing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.PlaceWords;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/**
 * One text for another in a whole draft: planned, shown and confirmed as any import, since AWS
 * allows a few calls a second and one import changes all.
 */
@Path("/app/apis/{api}/replace")
@Authenticated
@Blocking
public class ReplaceResource {
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private final SignedIn signedIn;
  private final Admission admission;
  private final Drafts drafts;
  private final Imports imports;

  ReplaceResource(SignedIn signedIn, Admission admission, Drafts drafts, Imports imports) {
    this.signedIn = signedIn;
    this.admission = admission;
    this.drafts = drafts;
    this.imports = imports;
  }

  @GET
  public TemplateInstance form(@RestPath String api) {
    return ImportingTemplates.replace(
        new ReplacePage(
            admission.of(api, DocumentationRole.EDITOR), ReplaceForm.empty(), Optional.empty()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response plan(@RestPath String api, @BeanParam ReplaceForm form) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    try {
      Replaced replaced = form.wanted().in(drafts.of(access.api()).documentation());
      if (replaced.parts().isEmpty()) {
        return again(UNPROCESSABLE, access, form, nothing(replaced));
      }
      PartsImport planned = imports.plan(access.api(), signedIn.person(), wanted(form, replaced));
      return Response.seeOther(URI.create(planned.address())).build();
    } catch (InvalidReplacement e) {
      return again(UNPROCESSABLE, access, form, e.getMessage());
    } catch (DatabaseUnavailable away) {
      return again(
          UNAVAILABLE,
          access,
          form,
          "The portal's database does not answer. Try again in a minute.");
    }
  }

  private static WantedParts wanted(ReplaceForm form, Replaced replaced) {
    return new WantedParts(
        ImportOrigin.REPLACE,
        "\"%s\" by \"%s\"".formatted(form.find(), form.replacement()),
        ImportMode.MERGE,
        false,
        replaced.parts(),
        left(replaced));
  }

  /** The parts that stay as they are though the text is in them. */
  private static List<String> left(Replaced replaced) {
    return replaced.refused().entrySet().stream()
        .map(part -> PlaceWords.title(part.getKey()) + ": " + part.getValue())
        .toList();
  }

  private static String nothing(Replaced replaced) {
    return replaced.refused().isEmpty()
        ? "No text of the draft has it, or it would stay the same. Nothing was planned."
        : "No part can be changed: " + left(replaced).get(0);
  }

  private static Response again(int status, ApiAccess access, ReplaceForm form, String problem) {
    return Response.status(status)
        .entity(ImportingTemplates.replace(new ReplacePage(access, form, Optional.of(problem))))
        .build();
  }
}
