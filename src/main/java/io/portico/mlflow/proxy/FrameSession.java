package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServers;
import io.portico.portal.Origin;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The MLflow origin's own cookie, one for each tracking server; it shares none with the portal. */
@Singleton
public class FrameSession {
  private static final int MAX_TICKET_BYTES = 4_096;

  private final FrameTickets tickets;
  private final boolean secure;

  FrameSession(FrameTickets tickets, TrackingServers servers) {
    this.tickets = tickets;
    secure = servers.origin().map(Origin::isSecure).orElse(false);
  }

  /** The grant that a request brings. */
  Optional<FrameGrant> of(HttpServerRequest request, String server) {
    List<String> values = cookieValues(request, cookieName(server));
    // Two of one name: somebody else set one of them.
    return values.size() == 1 ? tickets.session(values.get(0), server) : Optional.empty();
  }

  private static List<String> cookieValues(HttpServerRequest request, String name) {
    String beginning = name + "=";
    List<String> values = new ArrayList<>(1);
    for (String header : request.headers().getAll("Cookie")) {
      for (String cookie : header.split(";")) {
        String trimmed = cookie.trim();
        if (trimmed.startsWith(beginning)) {
          values.add(trimmed.substring(beginning.length()));
        }
      }
    }
    return values;
  }

  /** Opens the frame: a ticket for a session, and on to MLflow. */
  Future<Void> enter(HttpServerRequest request, String server, String ticket) {
    return exchange(request, server, ticket)
        .compose(
            response ->
                response.setStatusCode(303).putHeader("Location", "/mlflow/" + server + "/").end());
  }

  /** Lengthens the session of an open frame, by a ticket in the body. */
  Future<Void> renew(HttpServerRequest request, String server) {
    String length = request.getHeader("Content-Length");
    if (length == null || length.length() > 5 || Integer.parseInt(length) > MAX_TICKET_BYTES) {
      return Future.failedFuture(Refusal.bodyTooLarge(MAX_TICKET_BYTES));
    }
    Future<Void> renewed =
        request
            .body()
            .compose(ticket -> exchange(request, server, ticket.toString()))
            .compose(response -> response.setStatusCode(204).end());
    request.resume();
    return renewed;
  }

  private Future<HttpServerResponse> exchange(
      HttpServerRequest request, String server, String ticket) {
    return tickets
        .exchange(ticket, server)
        .map(session -> request.response().putHeader("Set-Cookie", cookie(server, session)))
        .map(response -> response.putHeader("Cache-Control", "no-store"))
        .map(response -> response.putHeader("Referrer-Policy", "no-referrer"))
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(Refusal.sessionEnded()));
  }

  private String cookie(String server, String session) {
    return Cookie.cookie(cookieName(server), session)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX)
        .setMaxAge(FrameTickets.SESSION_LIFETIME.toSeconds())
        .encode();
  }

  private String cookieName(String server) {
    return (secure ? "__Host-" : "") + "portico-frame-" + server;
  }
}
