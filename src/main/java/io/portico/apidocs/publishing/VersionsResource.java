package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** The versions of an API's documentation. */
@Path("/app/apis/{api}/versions")
@Authenticated
@Blocking
public class VersionsResource {
  private final Admission admission;
  private final Versions versions;

  VersionsResource(Admission admission, Versions versions) {
    this.admission = admission;
    this.versions = versions;
  }

  @GET
  public TemplateInstance versions(@RestPath String api) {
    ApiAccess access = admission.of(api);
    return VersionTemplates.versions(new VersionsPage(access, versions.of(access.api())));
  }
}
