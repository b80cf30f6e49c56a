package io.portico.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a browser goes that is told an address on a page: WHATWG URL, 4.4, as far as origins and
 * paths need it.
 *
 * @param origin of other programs' addresses their scheme alone
 * @param path without segments of dots
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Living Standard</a>
 */
public record BrowserUrl(String origin, String path) {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Set<String> SPECIAL = Set.of("http", "https", "ftp", "ws", "wss", "file");
  private static final Pattern NO_HOST =
      Pattern.compile("[\\x00-\\x20\"#%/:<>?@\\[\\\\\\]^`{|}\\x7f]");

  /** Empty if the browser finds no address in it and stays where it is. */
  public static Optional<BrowserUrl> read(String told, URI page) {
    String text =
        told.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "").replaceAll("[\\t\\n\\r]", "");
    Matcher scheme = SCHEME.matcher(text);
    String rest = scheme.lookingAt() ? text.substring(scheme.end()) : text;
    String name = scheme.lookingAt() ? scheme.group(1).toLowerCase(Locale.ROOT) : page.getScheme();
    if (!SPECIAL.contains(name)) {
      return Optional.of(new BrowserUrl(name + ":", rest));
    }
    return name.equals(page.getScheme()) && !rest.matches("(?s)[/\\\\]{2}.*")
        ? Optional.of(new BrowserUrl(origin(page), path(rest, page.getRawPath())))
        : elsewhere(name, rest.replaceFirst("^[/\\\\]+", ""));
  }

  private static String origin(URI page) {
    return page.getScheme() + "://" + page.getRawAuthority();
  }

  private static Optional<BrowserUrl> elsewhere(String scheme, String rest) {
    String[] parts = rest.split("(?=[/\\\\?#])", 2);
    String authority = parts[0].substring(parts[0].lastIndexOf('@') + 1);
    String path = path(parts.length > 1 ? parts[1] : "", "/");
    Matcher port = Pattern.compile(":(\\d*)$").matcher(authority);
    String number = port.find() ? port.group(1) : "";
    String name = port.reset().replaceFirst("");
    return host(name)
        .map(host -> host + (number.isEmpty() ? "" : ":" + number))
        .map(host -> new BrowserUrl(scheme + "://" + host, path));
  }

  private static Optional<String> host(String written) {
    if (written.startsWith("[")) {
      return Optional.of(written);
    }
    try {
      String host = IDN.toASCII(URLDecoder.decode(written.replace("+", "%2B"), UTF_8));
      return host.isEmpty() || NO_HOST.matcher(host).find()
          ? Optional.empty()
          : Optional.of(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static String path(String written, String page) {
    String path = written.split("[?#]", 2)[0].replace('\\', '/');
    if (path.isEmpty()) {
      return page;
    }
    String whole =
        path.startsWith("/") ? path : page.substring(0, page.lastIndexOf('/') + 1) + path;
    Deque<String> segments = new ArrayDeque<>();
    boolean folder = false;
    for (String segment : whole.substring(1).split("/", -1)) {
      String dots = segment.replaceAll("(?i)%2e", ".");
      folder = dots.equals(".") || dots.equals("..");
      if (dots.equals("..")) {
        segments.pollLast();
      } else if (!folder) {
        segments.add(segment);
      }
    }
    return "/" + String.join("/", segments) + (folder && !segments.isEmpty() ? "/" : "");
  }
}
