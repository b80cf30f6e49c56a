package io.portico.apidocs.editing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApis;
import io.portico.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The catalogue of APIs and the contents of each. */
@Path("/app/apis")
@Authenticated
@Blocking
public class ApisResource {
  private final SignedIn signedIn;
  private final RestApis apis;
  private final Admission admission;
  private final Drafts drafts;

  ApisResource(SignedIn signedIn, RestApis apis, Admission admission, Drafts drafts) {
    this.signedIn = signedIn;
    this.apis = apis;
    this.admission = admission;
    this.drafts = drafts;
  }

  @GET
  public TemplateInstance catalogue() {
    return ApisTemplates.catalogue(apis.of(signedIn.person()));
  }

  @GET
  @Path("{api}/summary")
  public TemplateInstance summary(@RestPath String api) {
    return ApisTemplates.summary(drafts.of(admission.of(api).api()));
  }

  @GET
  @Path("{api}")
  public TemplateInstance contents(@RestPath String api, @BeanParam FilterQuery filter) {
    ApiAccess access = admission.of(api);
    return ApisTemplates.contents(
        ContentsPage.of(access, drafts.of(access.api()), filter), Optional.empty());
  }

  /**
   * The contents alone.
   *
   * @param whole whether what is inside every resource is wanted
   * @param path of each resource that is open
   */
  @GET
  @Path("{api}/tree")
  public TemplateInstance tree(
      @RestPath String api,
      @BeanParam FilterQuery filter,
      @RestQuery boolean whole,
      @RestQuery List<String> path) {
    ApiAccess access = admission.of(api);
    ContentsPage page = ContentsPage.of(access, drafts.of(access.api()), filter).openAt(path);
    return ApisTemplates.entries(whole ? page.withAll() : page);
  }

  /** What is inside one resource. */
  @GET
  @Path("{api}/tree/inside")
  public TemplateInstance inside(@RestPath String api, @RestQuery String path) {
    ApiAccess access = admission.of(api);
    return drafts
        .of(access.api())
        .contents()
        .resource(path)
        .map(resource -> ApisTemplates.inside(resource, access.api().id()))
        .orElseThrow(NotFoundException::new);
  }

  @GET
  @Path("{api}/agents")
  public TemplateInstance agents(@RestPath String api) {
    ApiAccess access = admission.of(api);
    return ApisTemplates.agents(AgentsPage.of(access, drafts.of(access.api())));
  }

  /** For those who know that somebody has just changed it elsewhere. */
  @POST
  @Path("{api}/refresh")
  public Response refresh(@RestPath String api) {
    ApiAccess access = admission.of(api);
    drafts.forget(access.api());
    return Response.seeOther(URI.create("/app/apis/" + access.api().id())).build();
  }
}
