package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.aws.UriEncoding;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Origin;
import io.portico.portal.Portal;
import io.portico.portal.PortalLane;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The MLflow origin: people browse here in the portal's frame, let in by a frame session and
 * nothing else. Every request for this origin ends here.
 */
@Singleton
public class UiLane implements Lane {
  /** Below a server's name, what is ours and not MLflow's. */
  static final String OWN = "/_portico";

  static final String ENTER = OWN + "/enter";

  private final Optional<Origin> origin;
  private final TrackingServers servers;
  private final Portal portal;
  private final FrameSession sessions;
  private final BrowserChecks browserChecks;
  private final Passage passage;
  private final FramePolicy policy;
  private final Telemetry telemetry;
  private final LaneErrors errors;

  UiLane(
      TrackingServers servers,
      Portal portal,
      FrameSession sessions,
      Passage passage,
      FramePolicy policy,
      Telemetry telemetry,
      LaneErrors errors) {
    this.servers = servers;
    this.portal = portal;
    this.sessions = sessions;
    this.passage = passage;
    this.policy = policy;
    this.telemetry = telemetry;
    this.errors = errors;
    origin = servers.origin();
    browserChecks = new BrowserChecks(origin);
  }

  void register(@Observes Filters filters) {
    origin.ifPresent(
        mlflow -> filters.register(context -> dispatch(context, mlflow), PortalLane.PRIORITY + 1));
  }

  private void dispatch(RoutingContext context, Origin mlflow) {
    HttpServerRequest request = context.request();
    String host = request.authority() == null ? null : request.authority().toString();
    if (!mlflow.hasAuthority(host) || request.headers().getAll("Host").size() > 1) {
      context.next();
      return;
    }
    request.pause();
    telemetry.watch(context, this);
    Future.succeededFuture()
        .compose(go -> handle(context))
        .onFailure(cause -> errors.answer(this, context, cause));
  }

  @Override
  public String label() {
    return "ui";
  }

  @Override
  public String prefix(TrackingServer server) {
    return "/mlflow/" + server.id();
  }

  @Override
  public boolean isForBrowsers() {
    return true;
  }

  @Override
  public void protect(MultiMap headers, String server, Content content) {
    policy.addTo(headers, server, content);
  }

  private Future<Void> handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    RequestTarget.Parsed parsed = RequestTarget.parse(request.uri());
    if (parsed.target().isEmpty()) {
      return Future.failedFuture(Refusal.badTarget(parsed.refusal()));
    }
    RequestTarget target = parsed.target().get();
    if (target.segments().size() < 2 || !target.segments().get(0).equals("mlflow")) {
      return Future.failedFuture(Refusal.notFound());
    }
    String server = target.segments().get(1);
    RequestTarget below = target.below(2);
    if (below.path().startsWith(OWN + "/")) {
      return own(request, server, below);
    }
    if (below.segments().isEmpty() && !target.trailingSlash()) {
      return redirect(request, "/mlflow/" + UriEncoding.encode(server) + "/");
    }
    return sessions
        .of(request, server)
        .map(grant -> browse(context, grant, below))
        .orElseGet(() -> withoutSession(request, server));
  }

  private Future<Void> own(HttpServerRequest request, String server, RequestTarget below) {
    return switch (request.method() + " " + below.path()) {
      case "GET " + ENTER ->
          BrowserChecks.isPortalsFrame(request)
              ? sessions.enter(request, server, below.parameter("ticket").orElse(""))
              : Future.failedFuture(Refusal.foreignOrigin());
      case "POST " + OWN + "/session" ->
          browserChecks.isOwnWrite(request)
              ? sessions.renew(request, server)
              : Future.failedFuture(Refusal.foreignOrigin());
      default -> asset(request, below);
    };
  }

  private static Future<Void> asset(HttpServerRequest request, RequestTarget below) {
    Optional<FrameAsset> asset = FrameAsset.at(below.path());
    if (asset.isEmpty() || request.method() != HttpMethod.GET) {
      return Future.failedFuture(Refusal.notFound());
    }
    request.resume();
    return request
        .response()
        .putHeader("Content-Type", asset.get().type())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", asset.get().cacheControl(below.parameter("v")))
        .end(asset.get().text());
  }

  private Future<Void> browse(RoutingContext context, FrameGrant grant, RequestTarget below) {
    HttpServerRequest request = context.request();
    Optional<TrackingServer> server = servers.find(grant.server());
    if (server.isEmpty()) {
      return Future.failedFuture(Refusal.notFound());
    }
    Endpoint endpoint = passage.endpoint(request.method().name(), below);
    Optional<Refusal> foreign = browserChecks.refusal(request, endpoint);
    if (endpoint.access() != Access.NEVER && foreign.isPresent()) {
      return Future.failedFuture(foreign.get());
    }
    Actor actor = new Actor(grant.subject(), grant.name(), "session");
    return passage.pass(
        new Exchange(context, this, actor, server.get(), grant.level(), below, endpoint));
  }

  /** Somebody who opens the address by itself is led to the portal's page of the server. */
  private Future<Void> withoutSession(HttpServerRequest request, String server) {
    return "document".equals(request.getHeader("Sec-Fetch-Dest"))
        ? redirect(request, portal.origin() + "/app/mlflow/" + UriEncoding.encode(server))
        : Future.failedFuture(Refusal.sessionEnded());
  }

  private static Future<Void> redirect(HttpServerRequest request, String location) {
    request.resume();
    return request
        .response()
        .setStatusCode(302)
        .putHeader("Location", location)
        .putHeader("Cache-Control", "no-store")
        .end();
  }
}
