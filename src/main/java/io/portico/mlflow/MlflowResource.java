package io.portico.mlflow;

import static io.portico.audit.Activity.Result.DONE;
import static io.portico.audit.Activity.Result.FAILED;

import io.portico.audit.Activity;
import io.portico.audit.Actor;
import io.portico.audit.Audit;
import io.portico.audit.Reference;
import io.portico.identity.Person;
import io.portico.identity.SignedIn;
import io.portico.portal.Origin;
import io.portico.portal.PageHeaders;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** The catalogue of tracking servers and the page of each. */
@Path("/app/mlflow")
@Authenticated
@Blocking
public class MlflowResource {
  private final SignedIn signedIn;
  private final TrackingServers servers;
  private final SageMaker sageMaker;
  private final PageHeaders headers;
  private final Audit audit;
  private final RoutingContext request;

  MlflowResource(
      SignedIn signedIn,
      TrackingServers servers,
      SageMaker sageMaker,
      PageHeaders headers,
      Audit audit,
      RoutingContext request) {
    this.signedIn = signedIn;
    this.servers = servers;
    this.sageMaker = sageMaker;
    this.headers = headers;
    this.audit = audit;
    this.request = request;
  }

  @GET
  public TemplateInstance catalogue() {
    return MlflowTemplates.catalogue(servers.of(signedIn.person()));
  }

  @GET
  @Path("{server}")
  public Response trackingServer(
      @PathParam("server") String id, @QueryParam("own-tab") String ownTab) {
    Person person = signedIn.person();
    ServerAccess access = servers.of(person, id).orElseThrow(NotFoundException::new);
    Optional<Origin> origin = servers.origin();
    var page =
        new TrackingServerPage(
            access, sageMaker.status(access.server()), servers.of(person), origin, ownTab != null);
    var policy = headers.policy();
    return Response.ok(MlflowTemplates.trackingServer(page))
        .header("Content-Security-Policy", origin.map(policy::withFrame).orElse(policy))
        .build();
  }

  @GET
  @Path("{server}/status")
  public TemplateInstance status(@PathParam("server") String id) {
    return MlflowTemplates.status(sageMaker.status(access(id).server()));
  }

  @POST
  @Path("{server}/start")
  public Response start(@PathParam("server") String id) {
    return change(id, Activity.Action.START, sageMaker::start);
  }

  @POST
  @Path("{server}/stop")
  public Response stop(@PathParam("server") String id) {
    return change(id, Activity.Action.STOP, sageMaker::stop);
  }

  private Response change(String id, Activity.Action action, Consumer<TrackingServer> command) {
    ServerAccess access = access(id);
    if (!access.mayStartAndStop()) {
      throw new ForbiddenException();
    }
    try {
      command.accept(access.server());
    } catch (SdkException e) {
      record(action, access.server(), "SageMaker refused or did not answer", FAILED);
      throw e;
    }
    record(action, access.server(), "", DONE);
    return Response.seeOther(URI.create("/app/mlflow/" + access.server().id())).build();
  }

  private void record(
      Activity.Action action, TrackingServer server, String detail, Activity.Result result) {
    audit.record(
        new Activity(
            Instant.now(),
            Actor.of(signedIn.person()),
            action,
            server.resource(),
            detail,
            result,
            Reference.of(request)));
  }

  private ServerAccess access(String id) {
    return servers.of(signedIn.person(), id).orElseThrow(NotFoundException::new);
  }
}
