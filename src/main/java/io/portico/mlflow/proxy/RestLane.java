package io.portico.mlflow.proxy;

import io.portico.audit.Actor;
import io.portico.aws.UriEncoding;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Caller;
import io.portico.identity.IdentityProviderUnavailable;
import io.portico.identity.InvalidToken;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Portal;
import io.portico.portal.PortalLane;
import io.portico.tokens.BearerHeader;
import io.portico.tokens.BearerTokens;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The way in for programs: {@code /api/mlflow/{server}/} on the portal's origin, opened by a bearer
 * token and by nothing else. No cookie counts here, and no program is sent elsewhere.
 */
@Singleton
public class RestLane implements Lane {
  private static final String PREFIX = "/api/mlflow/";
  private static final int PREFIX_SEGMENTS = 3;
  private static final long VERIFICATION_TIMEOUT_MS = 10_000;

  /** The web UI is for browsers, and they have a lane of their own. */
  private static final Set<Content> FOR_BROWSERS = EnumSet.of(Content.SHELL, Content.STATIC);

  private final Vertx vertx;
  private final Portal portal;
  private final BearerTokens tokens;
  private final TrackingServers servers;
  private final Passage passage;
  private final Telemetry telemetry;
  private final LaneErrors errors;

  RestLane(
      Vertx vertx,
      Portal portal,
      BearerTokens tokens,
      TrackingServers servers,
      Passage passage,
      Telemetry telemetry,
      LaneErrors errors) {
    this.vertx = vertx;
    this.portal = portal;
    this.tokens = tokens;
    this.servers = servers;
    this.passage = passage;
    this.telemetry = telemetry;
    this.errors = errors;
  }

  void register(@Observes Filters filters) {
    filters.register(this::dispatch, PortalLane.PRIORITY + 1);
  }

  @Override
  public String label() {
    return "rest";
  }

  @Override
  public String prefix(TrackingServer server) {
    return PREFIX + server.id();
  }

  @Override
  public boolean isForBrowsers() {
    return false;
  }

  /** A browser that comes here all the same shows nothing and runs nothing. */
  @Override
  public void protect(MultiMap headers, String server, Content content) {
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (portal.origin().isSecure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (content == Content.ARTIFACT && !headers.contains("Content-Disposition")) {
      headers.set("Content-Disposition", "attachment");
    }
  }

  private void dispatch(RoutingContext context) {
    HttpServerRequest request = context.request();
    String host = request.authority() == null ? null : request.authority().toString();
    if (!request.uri().startsWith(PREFIX)
        || request.headers().getAll("Host").size() > 1
        || !portal.answersTo(host)) {
      context.next();
      return;
    }
    request.pause();
    telemetry.watch(context, this);
    Future.succeededFuture()
        .compose(go -> handle(context))
        .onFailure(cause -> errors.answer(this, context, cause));
  }

  private Future<Void> handle(RoutingContext context) {
    RequestTarget.Parsed parsed =
        RequestTarget.parse(withoutRepeatedSlash(context.request().uri()));
    if (parsed.target().isEmpty()) {
      return Future.failedFuture(Refusal.badTarget(parsed.refusal()));
    }
    RequestTarget target = parsed.target().get();
    if (isVisit(context.request(), target)) {
      return leadToPortal(context.request(), target.segments().get(PREFIX_SEGMENTS - 1));
    }
    if (target.parameter("access_token").isPresent()) {
      return Future.failedFuture(Refusal.badTarget("A token belongs in the header Authorization."));
    }
    return caller(context.request()).compose(caller -> call(context, caller, target));
  }

  /**
   * MLflow's Python client prints links to its runs, the tracking URI with a route behind {@code
   * #}. Somebody who follows one wants the portal's page, and browsers keep the route.
   */
  private static boolean isVisit(HttpServerRequest request, RequestTarget target) {
    return target.segments().size() == PREFIX_SEGMENTS
        && target.parameters().isEmpty()
        && request.method() == HttpMethod.GET
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && "document".equals(request.getHeader("Sec-Fetch-Dest"))
        && !request.headers().contains("Authorization");
  }

  private Future<Void> leadToPortal(HttpServerRequest request, String server) {
    request.resume();
    String page = "/app/mlflow/" + UriEncoding.encode(server);
    protect(request.response().headers(), server, Content.API);
    return request
        .response()
        .setStatusCode(303)
        .putHeader("Location", portal.origin().resolve(page).toString())
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  /** MLflow's Java client sends one slash too many behind the tracking URI; just there. */
  static String withoutRepeatedSlash(String uri) {
    int behindServer = uri.indexOf('/', PREFIX.length());
    int query = uri.indexOf('?');
    return behindServer > PREFIX.length()
            && uri.startsWith("//", behindServer)
            && (query < 0 || behindServer < query)
        ? uri.substring(0, behindServer) + uri.substring(behindServer + 1)
        : uri;
  }

  private Future<Caller> caller(HttpServerRequest request) {
    return BearerHeader.of(request.headers())
        .map(
            token ->
                Future.fromCompletionStage(tokens.callerOf(token), vertx.getOrCreateContext())
                    .timeout(VERIFICATION_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .recover(RestLane::notVerified))
        .orElseGet(
            () ->
                Future.failedFuture(
                    Refusal.unauthenticated(
                        "Send an access token: Authorization: Bearer <token>.", Optional.empty())));
  }

  private static Future<Caller> notVerified(Throwable cause) {
    if (cause instanceof InvalidToken invalid) {
      return Future.failedFuture(
          Refusal.unauthenticated(invalid.getMessage(), Optional.of("invalid_token")));
    }
    // An outage is told once by whoever noticed it; anybody can send tokens meanwhile.
    boolean outage =
        cause instanceof DatabaseUnavailable || cause instanceof IdentityProviderUnavailable;
    return Future.failedFuture(Refusal.tokensUnverified(outage ? null : cause));
  }

  private Future<Void> call(RoutingContext context, Caller caller, RequestTarget target) {
    Optional<ServerAccess> access =
        target.segments().size() < PREFIX_SEGMENTS
            ? Optional.empty()
            : servers.of(caller, target.segments().get(PREFIX_SEGMENTS - 1));
    if (access.isEmpty()) {
      return Future.failedFuture(Refusal.notFound());
    }
    RequestTarget below = target.below(PREFIX_SEGMENTS);
    Endpoint endpoint = passage.endpoint(context.request().method().name(), below);
    return passage.pass(
        new Exchange(
            context,
            this,
            Actor.of(caller),
            access.get().server(),
            access.get().level(),
            below,
            FOR_BROWSERS.contains(endpoint.content()) ? Endpoint.UNKNOWN : endpoint));
  }
}
