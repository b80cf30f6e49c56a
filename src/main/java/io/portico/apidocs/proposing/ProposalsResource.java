package io.portico.apidocs.proposing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;

/** What programs propose that an API's documentation should say: for all with a role on it. */
@Path("/app/apis/{api}/proposals")
@Authenticated
@Blocking
public class ProposalsResource {
  private final Admission admission;
  private final ProposalTable table;

  ProposalsResource(Admission admission, ProposalTable table) {
    this.admission = admission;
    this.table = table;
  }

  @GET
  public TemplateInstance proposals(@RestPath String api) {
    ApiAccess access = admission.of(api);
    return ProposalTemplates.proposals(
        new ProposalsPage(access, table.of(access.api().id()), Instant.now()));
  }
}
