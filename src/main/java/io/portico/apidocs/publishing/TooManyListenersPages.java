package io.portico.apidocs.publishing;

import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered to one listener too many. */
public class TooManyListenersPages {
  private static final int UNAVAILABLE = 503;
  private static final int RETRY_SECONDS = 30;

  private final ErrorPages errors;

  TooManyListenersPages(ErrorPages errors) {
    this.errors = errors;
  }

  @ServerExceptionMapper
  Response refused(TooManyListeners cause, RoutingContext context) {
    Response page =
        errors.response(
            context,
            new ErrorPage(
                UNAVAILABLE,
                "Too many people watch publications just now",
                "The publication goes on all the same. Reload its page to see how far it is.",
                Optional.empty()));
    return Response.fromResponse(page).header("Retry-After", RETRY_SECONDS).build();
  }
}
