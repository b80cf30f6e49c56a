package io.portico.apidocs;

import io.portico.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the adapter to API Gateway gives to others, made by hand. */
public final class Gateway {
  private Gateway() {}

  public static ApiGatewayFailure failure(ApiGatewayFailure.Kind kind, String message) {
    return new ApiGatewayFailure(kind, message, Optional.empty(), null);
  }

  public static ApiGatewayFailure busy(Duration retryAfter) {
    return new ApiGatewayFailure(
        ApiGatewayFailure.Kind.BUSY, "Too Many Requests", Optional.of(retryAfter), null);
  }

  /** As if the calls that AWS counts had been made long ago. */
  public static void freeQuotas(Database database) {
    database.change(handle -> handle.execute("delete from quota_turn"));
  }

  /** A draft of an API that consists of nothing but its documentation. */
  public static Draft draft(RestApi api, Map<Location, Properties> parts) {
    List<DocumentationPart> written =
        parts.entrySet().stream()
            .map(part -> new DocumentationPart("id", part.getKey(), part.getValue()))
            .toList();
    return Draft.of(
        api,
        new ApiEntities(List.of(), List.of(), List.of()),
        new ReadParts(written, List.of()),
        List.of(),
        Instant.EPOCH);
  }
}
