package io.portico.tokens;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header Authorization with a bearer token (RFC 6750, 2.1; RFC 9110, 11.4). */
public final class BearerHeader {
  private static final int MAX_LENGTH = 12 * 1024;
  private static final Pattern FORM = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]++=*+)");

  private BearerHeader() {}

  /** The token; empty where there is none, or more than one. */
  public static Optional<String> of(MultiMap headers) {
    List<String> values = headers.getAll("Authorization");
    if (values.size() != 1 || values.get(0).length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher bearer = FORM.matcher(values.get(0).trim());
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }
}
