package io.portico.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Cuts the line of a request whose end cannot be known, as its Transfer-Encoding is not just
 * chunked (RFC 9112, 6.3). What is read behind it as the next request may be its body, so nothing
 * is answered, after which that would be taken up.
 */
@ApplicationScoped
public class MessageFraming {
  /** Before all lanes. */
  private static final int PRIORITY = PortalLane.PRIORITY + 2;

  void register(@Observes Filters filters) {
    filters.register(MessageFraming::handle, PRIORITY);
  }

  private static void handle(RoutingContext context) {
    List<String> codings = context.request().headers().getAll("Transfer-Encoding");
    boolean known =
        codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
    if (known) {
      context.next();
    } else {
      context.request().connection().close();
    }
  }
}
