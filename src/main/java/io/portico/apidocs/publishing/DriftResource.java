package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.database.DatabaseUnavailable;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** For pages that say beside other things how the stages stand to the draft. */
@Path("/app/apis/{api}/drift")
@Authenticated
@Blocking
public class DriftResource {
  private static final Logger LOG = Logger.getLogger(DriftResource.class);

  private final Admission admission;
  private final Drifts drifts;

  DriftResource(Admission admission, Drifts drifts) {
    this.admission = admission;
    this.drifts = drifts;
  }

  @GET
  public TemplateInstance drift(@RestPath String api) {
    ApiAccess access = admission.of(api);
    try {
      return VersionTemplates.drift(access, drifts.of(access.api()));
    } catch (ApiGatewayFailure | DatabaseUnavailable e) {
      LOG.warnf("How the stages of %s stand to the draft is not known: %s", api, e.getMessage());
      return VersionTemplates.driftUnknown();
    }
  }
}
