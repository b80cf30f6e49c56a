package io.portico.signout;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.IdentityProviderUnavailable;
import io.portico.identity.InvalidToken;
import io.portico.identity.LogoutTokens;
import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.PortalLane;
import io.portico.portal.Problem;
import io.portico.portal.SmallBodies;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Where the identity provider says that sessions ended (OpenID Connect Back-Channel Logout 1.0, 2.5
 * and 2.8). What it says is signed, and so nothing else about the request counts.
 */
@ApplicationScoped
class BackChannelLane {
  static final String PATH = "/sign-out/back-channel";

  /** A token has 16 KiB at most, and characters of a form that are escaped are none of it. */
  static final int MAX_BYTES = 20 * 1024;

  private static final Logger LOG = Logger.getLogger(BackChannelLane.class);
  private static final String TOKEN = "logout_token";

  private final SmallBodies bodies;
  private final LogoutTokens tokens;
  private final SignOuts signOuts;
  private final ErrorPages errors;

  BackChannelLane(SmallBodies bodies, LogoutTokens tokens, SignOuts signOuts, ErrorPages errors) {
    this.bodies = bodies;
    this.tokens = tokens;
    this.signOuts = signOuts;
    this.errors = errors;
  }

  void register(@Observes Filters filters) {
    // Behind the door, which checks hosts and drops cookies.
    filters.register(this::handle, PortalLane.PRIORITY - 1);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.path().equals(PATH)) {
      context.next();
    } else if (request.method() != HttpMethod.POST) {
      context.response().putHeader("Allow", "POST");
      errors.write(context, ErrorPage.of(Problem.METHOD_NOT_ALLOWED, "A logout token is posted."));
    } else if (!isForm(request.getHeader("Content-Type"))) {
      bodies.leave(context);
      refuse(context, 400, "invalid_request", "This takes application/x-www-form-urlencoded.");
    } else {
      bodies
          .take(context, MAX_BYTES)
          .onFailure(tooLarge -> refuseLarge(context))
          .onSuccess(body -> end(context, body));
    }
  }

  private static boolean isForm(String type) {
    return type != null
        && type.split(";")[0]
            .trim()
            .toLowerCase(Locale.ROOT)
            .equals("application/x-www-form-urlencoded");
  }

  private void refuseLarge(RoutingContext context) {
    bodies.leave(context);
    refuse(context, 413, "invalid_request", "The request is larger than 20 KiB.");
  }

  private void end(RoutingContext context, Buffer form) {
    Context here = context.vertx().getOrCreateContext();
    Future.succeededFuture()
        .map(start -> tokenIn(form.toString()))
        .compose(jwt -> Future.fromCompletionStage(tokens.verify(jwt), here))
        .compose(token -> Future.fromCompletionStage(signOuts.end(token), here))
        .onSuccess(ended -> answer(context, 200).end())
        .onFailure(failure -> refuse(context, failure));
  }

  private static String tokenIn(String form) {
    List<String> values;
    try {
      values = new QueryStringDecoder(form, false).parameters().getOrDefault(TOKEN, List.of());
    } catch (IllegalArgumentException malformed) {
      throw new InvalidToken("The form cannot be read.");
    }
    if (values.size() != 1) {
      throw new InvalidToken("The form has not one logout_token.");
    }
    return values.get(0);
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof InvalidToken invalid) {
      LOG.infof("A logout token is refused: %s", invalid.getMessage());
      refuse(context, 400, "invalid_request", invalid.getMessage());
    } else if (failure instanceof IdentityProviderUnavailable
        || failure instanceof DatabaseUnavailable) {
      LOG.warnf("Sessions that the identity provider ended may go on: %s", failure.getMessage());
      refuse(context, 400, "temporarily_unavailable", failure.getMessage());
    } else {
      LOG.error("Sessions that the identity provider ended may go on", failure);
      refuse(context, 400, "server_error", "The cause stands in the portal's log.");
    }
  }

  /** The standard has one status for all that fails. */
  private static void refuse(RoutingContext context, int status, String error, String reason) {
    answer(context, status)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("error", error).put("error_description", reason).encode());
  }

  private static HttpServerResponse answer(RoutingContext context, int status) {
    return context.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
  }
}
