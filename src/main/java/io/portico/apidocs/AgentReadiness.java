package io.portico.apidocs;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a program that knows an operation only by its description could choose and call it.
 *
 * @param missing what people should write first
 */
public record AgentReadiness(Location method, List<Missing> missing) {
  /** A text that is not there. */
  public record Missing(Location location, Field field) {}

  /** Of the branch of a METHOD. */
  public static AgentReadiness of(Branch method) {
    Stream<Entry> described =
        method.branches().stream()
            .map(Branch::entry)
            .filter(entry -> isRead(entry.location().type()));
    return new AgentReadiness(
        method.entry().location(),
        Stream.concat(Stream.of(method.entry()), described)
            .flatMap(AgentReadiness::missing)
            .toList());
  }

  private static boolean isRead(LocationType type) {
    return type.isParameter() || type == LocationType.RESPONSE;
  }

  private static Stream<Missing> missing(Entry entry) {
    return Field.of(entry.location().type()).stream()
        .filter(field -> field.kind() != Field.Kind.TAGS && !entry.has(field))
        .map(field -> new Missing(entry.location(), field));
  }

  public boolean isReady() {
    return missing.isEmpty();
  }
}
