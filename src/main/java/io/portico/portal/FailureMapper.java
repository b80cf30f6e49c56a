package io.portico.portal;

import io.portico.audit.Reference;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.IdentityProviderUnavailable;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What a failing resource shows: the cause goes to the log, its reference to the person. */
public class FailureMapper {
  private static final Logger LOG = Logger.getLogger(FailureMapper.class);

  private final ErrorPages errors;
  private final Portal portal;
  private final DeniedAccess denied;

  FailureMapper(ErrorPages errors, Portal portal, DeniedAccess denied) {
    this.errors = errors;
    this.portal = portal;
    this.denied = denied;
  }

  @ServerExceptionMapper
  Response answered(WebApplicationException cause, RoutingContext context) {
    int status = cause.getResponse().getStatus();
    if (status >= 500) {
      return failed(cause, context);
    }
    if (status < 400) {
      return cause.getResponse();
    }
    if (status == Response.Status.FORBIDDEN.getStatusCode()) {
      return denied(context);
    }
    return errors.response(context, ErrorPage.of(status));
  }

  /** What filters refuse comes without a word; a 400 is that of the form tokens' filter. */
  @ServerResponseFilter
  void explain(ContainerResponseContext response, RoutingContext context) {
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      int status = response.getStatus();
      Response page =
          errors.response(
              context, status == 400 ? ErrorPage.of(Problem.STALE_FORM) : ErrorPage.of(status));
      page.getHeaders().forEach(response.getHeaders()::put);
      response.setEntity(page.getEntity(), null, page.getMediaType());
    }
  }

  @ServerExceptionMapper
  Response signInFailed(AuthenticationCompletionException cause, RoutingContext context) {
    if (!IdentityProviderUnavailable.isBehind(cause)) {
      return errors.response(context, ErrorPage.signInFailed());
    }
    String reference = Reference.of(context);
    LOG.errorf(cause, "A sign-in cannot be completed, reference %s", reference);
    return errors.response(context, ErrorPage.signInAway(reference));
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException cause, RoutingContext context) {
    return denied(context);
  }

  private Response denied(RoutingContext context) {
    denied.record(context);
    return errors.response(context, ErrorPage.forbidden(portal.contact()));
  }

  @ServerExceptionMapper
  Response databaseAway(DatabaseUnavailable cause, RoutingContext context) {
    LOG.warnf("%s has no database: %s", context.request().path(), cause.getMessage());
    return errors.response(context, ErrorPage.databaseAway());
  }

  @ServerExceptionMapper
  Response failed(Throwable cause, RoutingContext context) {
    String reference = Reference.of(context);
    LOG.errorf(
        cause,
        "%s %s failed, reference %s",
        context.request().method(),
        context.request().path(),
        reference);
    return errors.response(context, ErrorPage.failure(reference));
  }
}
