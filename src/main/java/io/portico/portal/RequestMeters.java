package io.portico.portal;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps strangers from making time series: each method they invent would be one, and each path that
 * is refused at the door. Turned down and not renamed, for Micrometer remembers what it renames.
 */
@Singleton
public class RequestMeters implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";

  /** What {@link PortalLane} answers before anybody asks whether there is such a path. */
  private static final Set<String> AT_THE_DOOR = Set.of("400", "403", "421");

  private static final Set<String> METHODS =
      Set.of(
          HttpMethod.GET.name(),
          HttpMethod.HEAD.name(),
          HttpMethod.POST.name(),
          HttpMethod.PUT.name(),
          HttpMethod.PATCH.name(),
          HttpMethod.DELETE.name(),
          HttpMethod.OPTIONS.name());

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    return !id.getName().equals(REQUESTS) || isBounded(id)
        ? MeterFilterReply.NEUTRAL
        : MeterFilterReply.DENY;
  }

  private static boolean isBounded(Meter.Id id) {
    return METHODS.contains(id.getTag("method"))
        && (isTemplate(id.getTag("uri")) || !AT_THE_DOOR.contains(id.getTag("status")));
  }

  private static boolean isTemplate(String uri) {
    return uri != null && uri.contains("{");
  }
}
