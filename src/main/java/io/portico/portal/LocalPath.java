package io.portico.portal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of the portal that one may be sent to, and nothing that a browser could read as another
 * place: WHATWG URL takes {@code //}, {@code /\} and tabs for the begin of a host.
 */
public record LocalPath(String value) {
  private static final LocalPath HOME = new LocalPath("/app");
  private static final Pattern PORTAL_PATH =
      Pattern.compile(
          "/app(?:/[A-Za-z0-9._~-]+)*/?"
              + "(?:\\?[A-Za-z0-9._~=&+,:@/-]*(?:%[0-9A-Fa-f]{2}[A-Za-z0-9._~=&+,:@/-]*)*)?");
  private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$|\\?)");

  public static Optional<LocalPath> parse(String text) {
    return text != null
            && text.length() <= 2_000
            && PORTAL_PATH.matcher(text).matches()
            && !DOTS.matcher(text).find()
        ? Optional.of(new LocalPath(text))
        : Optional.empty();
  }

  /** The same, or the home page. */
  static LocalPath orHome(String text) {
    return parse(text).orElse(HOME);
  }
}
