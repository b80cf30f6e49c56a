package io.portico.apidocs.editing;

import io.portico.apidocs.InvalidLocation;
import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered about places that no API has, where no form asks for them. */
public class InvalidLocationMapper {
  private final ErrorPages errors;

  InvalidLocationMapper(ErrorPages errors) {
    this.errors = errors;
  }

  @ServerExceptionMapper
  Response nowhere(InvalidLocation problem, RoutingContext context) {
    return errors.response(context, new ErrorPage(Problem.INVALID_LOCATION, problem.getMessage()));
  }
}
