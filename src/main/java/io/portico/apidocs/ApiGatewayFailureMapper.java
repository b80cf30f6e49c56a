package io.portico.apidocs;

import io.portico.audit.Reference;
import io.portico.portal.ErrorPage;
import io.portico.portal.ErrorPages;
import io.portico.portal.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What people see when API Gateway fails them: its sentence, where it is about what they did. */
public class ApiGatewayFailureMapper {
  private static final Logger LOG = Logger.getLogger(ApiGatewayFailureMapper.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ErrorPages errors;

  ApiGatewayFailureMapper(ErrorPages errors) {
    this.errors = errors;
  }

  @ServerExceptionMapper
  Response failed(ApiGatewayFailure failure, RoutingContext context) {
    Response page = errors.response(context, told(failure, context));
    return switch (failure.kind()) {
      case BUSY, AWAY ->
          Response.fromResponse(page)
              .header("Retry-After", null)
              .header("Retry-After", failure.retryAfter().orElse(SOON).toSeconds())
              .build();
      default -> page;
    };
  }

  /** The same for a page of one's own; the cause is in the log then. */
  public ErrorPage told(ApiGatewayFailure failure, RoutingContext context) {
    String reference = Reference.of(context);
    LOG.warnf(
        failure.getCause(),
        "%s: API Gateway, %s: %s, reference %s",
        context.request().path(),
        failure.kind(),
        failure.getMessage(),
        reference);
    return page(failure, reference);
  }

  /** What is told of a failure, beside the reference that stands in the log. */
  public static ErrorPage page(ApiGatewayFailure failure, String reference) {
    String said = "It says: \"" + failure.getMessage() + "\" Nothing was changed.";
    return switch (failure.kind()) {
      case NOT_FOUND ->
          new ErrorPage(
              Problem.API_GATEWAY_NOT_FOUND,
              "Somebody has deleted it meanwhile, or it never was there. Open the API again.",
              reference);
      case CONFLICT -> new ErrorPage(Problem.API_GATEWAY_CONFLICT, said, reference);
      case REFUSED, QUOTA -> new ErrorPage(Problem.API_GATEWAY_REFUSED, said, reference);
      case BUSY ->
          new ErrorPage(
              Problem.API_GATEWAY_BUSY,
              "AWS limits how many calls an account may make. Try again in a few seconds.",
              reference);
      case DENIED ->
          new ErrorPage(
              Problem.API_GATEWAY_DENIED,
              "Tell the people who run this portal the reference below: its role lacks a permission.",
              reference);
      case AWAY ->
          new ErrorPage(
              Problem.API_GATEWAY_AWAY,
              "Nothing is known to have been changed. Try again in a minute.",
              reference);
    };
  }
}
