package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationRole;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.FreshSignIn;
import io.portico.identity.SignedIn;
import io.portico.portal.SignInAgain;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The form of a publication: the draft as a new version, or a version that is there. */
@Path("/app/apis/{api}/publish")
@Authenticated
@Blocking
public class PublishResource {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private final SignedIn signedIn;
  private final FreshSignIn freshSignIn;
  private final Admission admission;
  private final ApiGatewayDocumentation gateway;
  private final ApiGatewayVersions versions;
  private final Publications publications;
  private final PublicationTable table;
  private final RoutingContext request;

  PublishResource(
      SignedIn signedIn,
      FreshSignIn freshSignIn,
      Admission admission,
      ApiGatewayDocumentation gateway,
      ApiGatewayVersions versions,
      Publications publications,
      PublicationTable table,
      RoutingContext request) {
    this.signedIn = signedIn;
    this.freshSignIn = freshSignIn;
    this.admission = admission;
    this.gateway = gateway;
    this.versions = versions;
    this.publications = publications;
    this.table = table;
    this.request = request;
  }

  @GET
  public Response form(@RestPath String api, @BeanParam PublishQuery query) {
    ApiAccess to = admission.of(api, DocumentationRole.PUBLISHER);
    PublishRules rules = rules(to);
    Optional<Publication> repeated =
        Optional.ofNullable(query.again())
            .flatMap(id -> table.find(to.api().id(), id))
            .filter(found -> !found.isPlanned());
    PublishForm form = query.form(repeated, suggestions(rules).stream().findFirst().orElse(""));
    Map<String, String> problems =
        form.makes()
            ? Map.of()
            : rules
                .versionProblem(form.version())
                .map(problem -> Map.of("version", problem))
                .orElse(Map.of());
    return answer(problems.isEmpty() ? OK : NOT_FOUND, page(to, rules, form, problems));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response plan(@RestPath String api, @BeanParam PublishForm form) {
    ApiAccess to = admission.of(api, DocumentationRole.PUBLISHER);
    freshSignIn.demand();
    PublishRules rules = rules(to);
    Map<String, String> problems = rules.problems(form);
    if (!problems.isEmpty()) {
      return answer(UNPROCESSABLE, page(to, rules, form, problems));
    }
    try {
      return Response.seeOther(URI.create(planned(to, form, rules.chosen(form)).address())).build();
    } catch (DatabaseUnavailable away) {
      return answer(
          UNAVAILABLE,
          page(
              to,
              rules,
              form,
              Map.of("", "The portal's database does not answer. Try again in a minute.")));
    }
  }

  private Publication planned(ApiAccess to, PublishForm form, List<String> stages) {
    return form.makes()
        ? publications.planNew(to.api(), signedIn.person(), form.name(), form.note(), stages)
        : publications.planShowing(to.api(), signedIn.person(), form.version(), stages);
  }

  private PublishRules rules(ApiAccess to) {
    String api = to.api().id();
    return new PublishRules(gateway.stages(api), versions.versions(api));
  }

  private PublishPage page(
      ApiAccess to, PublishRules rules, PublishForm form, Map<String, String> problems) {
    return new PublishPage(to, rules, form, problems, suggestions(rules), signInAgain());
  }

  /** Offered before anything is entered that it could cost. */
  private Optional<SignInAgain> signInAgain() {
    return freshSignIn.isFresh()
        ? Optional.empty()
        : Optional.of(new SignInAgain(request.request().uri()));
  }

  private static List<String> suggestions(PublishRules rules) {
    return VersionName.suggestions(rules.names(), Instant.now());
  }

  private static Response answer(int status, PublishPage page) {
    return Response.status(status).entity(PublicationTemplates.publish(page)).build();
  }
}
