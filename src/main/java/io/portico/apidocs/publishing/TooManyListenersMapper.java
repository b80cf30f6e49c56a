package io.portico.apidocs.publishing;

import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered to one listener too many. */
public class TooManyListenersMapper {
  private final ErrorPages errors;

  TooManyListenersMapper(ErrorPages errors) {
    this.errors = errors;
  }

  @ServerExceptionMapper
  Response refused(TooManyListeners cause, RoutingContext context) {
    return errors.response(
        context,
        new ErrorPage(
            Problem.TOO_MANY_LISTENERS,
            "The publication goes on all the same. Reload its page to see how far it is."));
  }
}
