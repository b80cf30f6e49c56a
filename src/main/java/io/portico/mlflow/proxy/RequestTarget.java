package io.portico.mlflow.proxy;

import io.portico.aws.UriEncoding;
import io.portico.portal.Characters;
import io.portico.portal.PercentDecoder;
import io.portico.portal.PlainPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request target in origin form (RFC 9112, 3.2.1), read once: routing, authorization, signing and
 * sending all use this one value. What two readers could read in two ways is refused, not repaired.
 *
 * @param segments decoded; none is empty, {@code .} or {@code ..}
 * @param trailingSlash whether a slash follows the last segment; true for the root
 * @param parameters names and values of the query, decoded, in their order
 */
public record RequestTarget(
    List<String> segments, boolean trailingSlash, List<Map.Entry<String, String>> parameters) {
  /** In characters, of the usual path or query: the longer ones grow. */
  private static final int SIZE = 96;

  /** Either a target, or why it is refused. */
  public record Parsed(Optional<RequestTarget> target, String refusal) {
    private static Parsed refused(String why) {
      return new Parsed(Optional.empty(), why);
    }
  }

  /** Reads what stands between method and version in the request line. */
  public static Parsed parse(String raw) {
    if (!raw.startsWith("/")) {
      return Parsed.refused("The address must be a path.");
    }
    int question = raw.indexOf('?');
    String path = question < 0 ? raw : raw.substring(0, question);
    Optional<List<String>> segments = PlainPath.segments(path);
    if (segments.isEmpty()) {
      return Parsed.refused("The path can be read in more than one way.");
    }
    Optional<List<Map.Entry<String, String>>> parameters =
        parameters(question < 0 ? "" : raw.substring(question + 1));
    return parameters
        .map(p -> new RequestTarget(segments.get(), path.endsWith("/"), p))
        .map(target -> new Parsed(Optional.of(target), ""))
        .orElseGet(() -> Parsed.refused("The query is not well formed."));
  }

  private static Optional<List<Map.Entry<String, String>>> parameters(String raw) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    for (String parameter : raw.split("&")) {
      if (parameter.isEmpty()) {
        continue;
      }
      int equals = parameter.indexOf('=');
      Optional<String> name = query(equals < 0 ? parameter : parameter.substring(0, equals));
      Optional<String> value = query(equals < 0 ? "" : parameter.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty() || isSigning(name.get())) {
        return Optional.empty();
      }
      parameters.add(Map.entry(name.get(), value.get()));
    }
    return Optional.of(parameters);
  }

  /** A literal {@code +} in a query is a space to MLflow's form decoding. */
  private static Optional<String> query(String raw) {
    return Characters.all(raw, c -> c > ' ' && c < 0x7F && c != '#')
        ? PercentDecoder.decode(raw.replace("+", "%20")).filter(text -> text.indexOf('\0') < 0)
        : Optional.empty();
  }

  /** Parameters of a presigned URL would be a second signature beside ours. */
  private static boolean isSigning(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("x-amz-");
  }

  /** The target without its first segments, as a server below that prefix sees it. */
  public RequestTarget below(int count) {
    return new RequestTarget(segments.subList(count, segments.size()), trailingSlash, parameters);
  }

  /** The path in the one encoding that is signed and sent. */
  public String path() {
    StringBuilder path = new StringBuilder(SIZE);
    for (String segment : segments) {
      path.append('/').append(UriEncoding.encode(segment));
    }
    return path.append(trailingSlash || segments.isEmpty() ? "/" : "").toString();
  }

  /** The query in the one encoding that is signed and sent; may be empty. */
  public String query() {
    StringBuilder query = new StringBuilder(SIZE);
    for (Map.Entry<String, String> parameter : parameters) {
      query.append(query.isEmpty() ? "" : "&");
      query.append(UriEncoding.encode(parameter.getKey())).append('=');
      query.append(UriEncoding.encode(parameter.getValue()));
    }
    return query.toString();
  }

  /** Path and query. */
  public String uri() {
    return parameters.isEmpty() ? path() : path() + "?" + query();
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return parameters.stream()
        .filter(p -> p.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
