package io.portico.portal;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says that a form is too large; what reads it later would answer with an empty page. */
@ApplicationScoped
public class LargeForms {
  private final long limit;
  private final ErrorPages errors;

  LargeForms(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      ErrorPages errors) {
    this.limit = limit.asLongValue();
    this.errors = errors;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PortalLane.PRIORITY - 1);
  }

  private void handle(RoutingContext context) {
    String length = context.request().getHeader("Content-Length");
    if (length == null || Long.parseLong(length) <= limit) {
      context.next();
      return;
    }
    // Browsers read no answer before they have sent everything.
    context.request().resume();
    errors.write(context, ErrorPage.tooLarge(limit));
  }
}
