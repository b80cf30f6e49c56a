package io.portico.sandbox.sigv4;

/**
 * A request without its body, as it came over the wire.
 *
 * @param method the HTTP method, upper case
 * @param target the request target in origin form, neither decoded nor normalised
 * @param headers every header field received
 */
public record RequestHead(String method, String target, HeaderFields headers) {

  /** The raw path, up to the first question mark. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** The raw query after the first question mark; empty when there is none. */
  public String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }
}
