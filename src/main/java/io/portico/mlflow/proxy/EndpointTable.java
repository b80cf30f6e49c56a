package io.portico.mlflow.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every MLflow endpoint the portal lets through, from the resource {@code endpoints.txt} beside
 * this class. For MLflow Apps it is the only access control there is, so what it does not name is
 * refused.
 */
public final class EndpointTable {
  private static final Set<String> API_ROOTS = Set.of("api", "ajax-api");
  private static final Set<String> API_VERSIONS = Set.of("2.0", "3.0");
  private static final String ANY_METHOD = "*";

  /** Stands for the prefixes of the API; no segment of a request can equal it. */
  private static final String API = "\0";

  /** By method and literal path, which win over patterns. */
  private final Map<String, Endpoint> literals = new HashMap<>();

  private final List<Pattern> patterns = new ArrayList<>();

  private record Pattern(String method, List<String> path, Endpoint endpoint) {
    boolean matches(String requested, List<String> segments) {
      boolean open = path.get(path.size() - 1).equals("**");
      int fixed = open ? path.size() - 1 : path.size();
      if (!(method.equals(ANY_METHOD) || method.equals(requested))
          || (open ? segments.size() <= fixed : segments.size() != fixed)) {
        return false;
      }
      for (int i = 0; i < fixed; i++) {
        if (!path.get(i).equals("{}") && !path.get(i).equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Reads the table; a line that makes no sense fails the start. */
  public static EndpointTable load() {
    try (InputStream text = EndpointTable.class.getResourceAsStream("endpoints.txt")) {
      return new EndpointTable(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EndpointTable(String text) {
    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
  }

  private void add(String line) {
    String[] columns = line.trim().split("\\s+", 5);
    Endpoint endpoint =
        new Endpoint(
            Access.valueOf(columns[0].toUpperCase(Locale.ROOT)),
            Content.valueOf(columns[1].toUpperCase(Locale.ROOT)),
            columns.length > 4 ? Optional.of(columns[4]) : Optional.empty());
    String path = columns[3].replace("~api", API);
    if (path.contains("{}") || path.contains("**")) {
      patterns.add(new Pattern(columns[2], List.of(path.substring(1).split("/")), endpoint));
    } else {
      literals.put(columns[2] + " " + path, endpoint);
    }
  }

  /**
   * The endpoint of a request below the server's name; empty if unknown. The four prefixes of the
   * API ({@code api} and {@code ajax-api}, versions 2.0 and 3.0) count as one.
   */
  public Optional<Endpoint> find(String method, RequestTarget target) {
    String asked = method.equals("HEAD") ? "GET" : method;
    List<String> segments = withoutApiPrefix(target.segments());
    if (target.trailingSlash() && !target.segments().isEmpty()) {
      return Optional.empty();
    }
    String path = " /" + String.join("/", segments);
    Endpoint literal = literals.get(asked + path);
    if (literal == null) {
      literal = literals.get(ANY_METHOD + path);
    }
    if (literal != null) {
      return Optional.of(literal);
    }
    for (Pattern pattern : patterns) {
      if (pattern.matches(asked, segments)) {
        return Optional.of(pattern.endpoint());
      }
    }
    return Optional.empty();
  }

  private static List<String> withoutApiPrefix(List<String> segments) {
    if (segments.size() > 2
        && API_ROOTS.contains(segments.get(0))
        && API_VERSIONS.contains(segments.get(1))) {
      List<String> path = new ArrayList<>(segments.subList(2, segments.size()));
      path.add(0, API);
      return path;
    }
    return segments;
  }
}
