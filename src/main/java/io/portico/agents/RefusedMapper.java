package io.portico.agents;

import io.portico.portal.ErrorPages;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered to those who do not get what they asked for. */
public class RefusedMapper {
  private final ErrorPages errors;

  RefusedMapper(ErrorPages errors) {
    this.errors = errors;
  }

  @ServerExceptionMapper
  Response refused(Refused refusal, RoutingContext context) {
    return errors.response(context, refusal.page());
  }
}
