package io.portico.aws;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The query as SigV4 signs it: every name with a value, sorted by name, then by value. */
final class CanonicalQuery {
  private static final Comparator<String[]> BY_NAME_THEN_VALUE =
      Comparator.<String[], String>comparing(p -> p[0]).thenComparing(p -> p[1]);

  private CanonicalQuery() {}

  /** {@code query} as in {@link UnsignedRequest#query()}. */
  static String of(String query) {
    if (query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .map(CanonicalQuery::nameAndValue)
        .sorted(BY_NAME_THEN_VALUE)
        .map(p -> p[0] + "=" + p[1])
        .collect(Collectors.joining("&"));
  }

  private static String[] nameAndValue(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0
        ? new String[] {parameter, ""}
        : new String[] {parameter.substring(0, equals), parameter.substring(equals + 1)};
  }
}
