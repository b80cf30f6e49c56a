package io.portico.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The path of a request, read once. Doors, routes and whatever stands before the portal have to see
 * the same: what two readers could read in two ways is refused, not repaired.
 */
public final class PlainPath {
  // RFC 3986, 3.3: pchar, but for ";", with which some servers begin parameters.
  private static final String SIGNS = "-._~!$&'()*+,=:@";

  /** Where versions are addressed, whose names others chose: they may hold slashes, encoded. */
  private static final String NAMES = "/docs/";

  private PlainPath() {}

  /**
   * The decoded segments, none of them empty, {@code .} or {@code ..}; a slash at the end begins no
   * segment. Empty if there is more than one reading.
   *
   * @param path as it was sent, from its first slash on
   */
  public static Optional<List<String>> segments(String path) {
    return segments(path, PlainPath::isPlain);
  }

  /** Whether a request to the portal's own pages and documents has a path of one reading. */
  static boolean isTargetOf(String target) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    Predicate<String> plain = path.startsWith(NAMES) ? PlainPath::isName : PlainPath::isPlain;
    return target.indexOf('#') < 0 && path.startsWith("/") && segments(path, plain).isPresent();
  }

  private static Optional<List<String>> segments(String path, Predicate<String> plain) {
    List<String> segments = new ArrayList<>();
    String[] raw = path.substring(1).split("/", -1);
    for (int i = 0; i < raw.length; i++) {
      if (i == raw.length - 1 && raw[i].isEmpty()) {
        break;
      }
      Optional<String> segment =
          Characters.all(raw[i], PlainPath::isOfPath)
              ? PercentDecoder.decode(raw[i]).filter(plain)
              : Optional.empty();
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      segments.add(segment.get());
    }
    return Optional.of(List.copyOf(segments));
  }

  private static boolean isOfPath(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '%'
        || SIGNS.indexOf(c) >= 0;
  }

  private static boolean isPlain(String decoded) {
    return isName(decoded)
        && Characters.all(decoded, c -> "/\\;".indexOf(c) < 0)
        && !PercentDecoder.looksEncoded(decoded);
  }

  private static boolean isName(String decoded) {
    return !decoded.isEmpty()
        && !decoded.equals(".")
        && !decoded.equals("..")
        && Characters.all(decoded, c -> !Character.isISOControl(c));
  }
}
