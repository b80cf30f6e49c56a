package io.portico.mlflow.proxy;

import io.portico.portal.Origin;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a browser's request comes from MLflow's own pages. The portal sends no Origin upstream
 * and so takes MLflow's own check away; this one stands in its place.
 */
final class BrowserChecks {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Where a page may load an artifact into: nothing that runs or styles (Fetch Metadata). */
  private static final Set<String> INERT_DESTINATIONS =
      Set.of("empty", "document", "iframe", "image", "audio", "video", "track");

  /** What a form of another site cannot send. */
  private static final Set<String> NOT_FROM_FORMS =
      Set.of("application/json", "application/octet-stream", "application/x-protobuf", "text/csv");

  private final List<String> ownOrigin;

  BrowserChecks(Optional<Origin> origin) {
    ownOrigin = origin.map(Origin::toString).map(List::of).orElse(List.of());
  }

  /** Why a request is not let through, if it is not. */
  Optional<Refusal> refusal(HttpServerRequest request, Endpoint endpoint) {
    if (SAFE.contains(request.method())) {
      return mayRead(request, endpoint) ? Optional.empty() : Optional.of(Refusal.foreignOrigin());
    }
    if (!isOwnWrite(request)) {
      return Optional.of(Refusal.foreignOrigin());
    }
    return hasPlainType(request) ? Optional.empty() : Optional.of(Refusal.unexpectedType());
  }

  /** A sibling host's form would carry our cookie: the origin must be exactly ours. */
  boolean isOwnWrite(HttpServerRequest request) {
    return request.headers().getAll("Origin").equals(ownOrigin);
  }

  /** Nobody else may plant a ticket in a browser: it would work there under another's name. */
  static boolean isPortalsFrame(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String destination = request.getHeader("Sec-Fetch-Dest");
    return (site == null || site.equals("same-site") || site.equals("same-origin"))
        && (destination == null || destination.equals("iframe"));
  }

  private static boolean mayRead(HttpServerRequest request, Endpoint endpoint) {
    String site = request.getHeader("Sec-Fetch-Site");
    String destination = request.getHeader("Sec-Fetch-Dest");
    boolean sameOrigin = site == null || site.equals("same-origin");
    return switch (endpoint.content()) {
      case SHELL -> true;
      case ARTIFACT ->
          (sameOrigin || site.equals("none"))
              && (destination == null || INERT_DESTINATIONS.contains(destination));
      case STATIC, API -> sameOrigin || site.equals("none");
    };
  }

  private static boolean hasPlainType(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    boolean upload = request.method() == HttpMethod.PUT;
    String length = request.getHeader("Content-Length");
    boolean bodiless =
        (length == null || length.equals("0")) && request.getHeader("Transfer-Encoding") == null;
    return type == null
        ? upload || bodiless
        : upload || NOT_FROM_FORMS.contains(type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
  }
}
