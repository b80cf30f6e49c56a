package io.portico.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Content-Security-Policy of portal pages (CSP Level 3): nothing but our own, framed by nobody
 * but the configured intranet.
 *
 * @param formTargets origins beside our own that forms may lead to, by redirect as well
 * @param frames origins that a page may frame
 * @param ancestors origins beside our own that may frame a page
 */
public record ContentSecurityPolicy(
    List<Origin> formTargets, List<Origin> frames, List<Origin> ancestors) {

  /** The same, with one more origin in frames. */
  public ContentSecurityPolicy withFrame(Origin frame) {
    List<Origin> more = new ArrayList<>(frames);
    more.add(frame);
    return new ContentSecurityPolicy(formTargets, more, ancestors);
  }

  @Override
  public String toString() {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'" + list(formTargets),
        "frame-src 'self'" + list(frames),
        "frame-ancestors 'self'" + list(ancestors),
        "base-uri 'none'",
        "object-src 'none'");
  }

  private static String list(List<Origin> origins) {
    return origins.stream().map(origin -> " " + origin).collect(Collectors.joining());
  }
}
