package io.portico.sandbox.apigateway;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which parts of the documentation are asked for.
 *
 * @param undocumented whether entities without a part of their own are wanted instead of parts
 */
record PartFilter(
    Optional<PartType> type, Optional<String> name, Optional<String> path, boolean undocumented) {

  /**
   * Reads the filters of a list.
   *
   * @throws GatewayException when one has a value outside of its enumeration
   */
  static PartFilter of(GatewayRequest request) {
    Optional<PartType> type =
        request
            .parameter("type")
            .map(
                name ->
                    PartType.named(name)
                        .orElseThrow(() -> LocationReader.unknownType(name, "type")));
    boolean undocumented =
        request.parameter("locationStatus").map(PartFilter::undocumented).orElse(false);
    return new PartFilter(type, request.parameter("name"), request.parameter("path"), undocumented);
  }

  private static boolean undocumented(String status) {
    return switch (status) {
      case "UNDOCUMENTED" -> true;
      case "DOCUMENTED" -> false;
      default ->
          throw GatewayException.invalid(
              "1 validation error detected: Value '%s' at 'locationStatus' failed to satisfy constraint: Member must satisfy enum value set: [UNDOCUMENTED, DOCUMENTED]"
                  .formatted(status));
    };
  }

  boolean matches(PartLocation location) {
    return agrees(type, location, PartLocation::type)
        && agrees(name, location, PartLocation::name)
        && agrees(path, location, PartLocation::path);
  }

  private static <T> boolean agrees(
      Optional<T> wanted, PartLocation location, Function<PartLocation, T> value) {
    return wanted.map(value.apply(location)::equals).orElse(true);
  }
}
