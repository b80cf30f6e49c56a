package io.portico.aws;

import java.util.Arrays;
import java.util.Comparator;

/** The query as SigV4 signs it: every name with a value, sorted by name, then by value. */
final class CanonicalQuery {
  private static final Comparator<String> BY_NAME_THEN_VALUE =
      Comparator.comparing(CanonicalQuery::name).thenComparing(Comparator.naturalOrder());

  private CanonicalQuery() {}

  /** {@code query} as in {@link UnsignedRequest#query()}. */
  static String of(String query) {
    if (query.isEmpty()) {
      return "";
    }
    String[] parameters = query.split("&");
    Arrays.setAll(parameters, i -> withValue(parameters[i]));
    Arrays.sort(parameters, BY_NAME_THEN_VALUE);
    return String.join("&", parameters);
  }

  private static String withValue(String parameter) {
    return parameter.indexOf('=') < 0 ? parameter + "=" : parameter;
  }

  private static String name(String parameter) {
    return parameter.substring(0, parameter.indexOf('='));
  }
}
