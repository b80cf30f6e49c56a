package io.portico.sandbox.sigv4;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The one spelling of a request that signer and verifier must agree on.
 *
 * @param text the six parts of the specification, separated by line feeds
 */
record CanonicalRequest(String text) {

  static CanonicalRequest of(RequestHead head, List<String> signedHeaders, String payloadHash) {
    return new CanonicalRequest(
        String.join(
            "\n",
            head.method(),
            uri(head.path()),
            query(head.query()),
            headers(head.headers(), signedHeaders),
            String.join(";", signedHeaders),
            payloadHash));
  }

  /** Normalised and encoded once more than on the wire, as for every service but S3. */
  private static String uri(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.addLast(PercentEncoding.encode(segment));
      }
    }
    String slash = path.endsWith("/") && !segments.isEmpty() ? "/" : "";
    return "/" + String.join("/", segments) + slash;
  }

  private static String query(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !parameter.isEmpty())
        .map(Parameter::parse)
        .sorted()
        .map(Parameter::toString)
        .collect(joining("&"));
  }

  private static String headers(HeaderFields headers, List<String> signedHeaders) {
    return signedHeaders.stream()
        .map(name -> name + ":" + headers.canonicalValue(name) + "\n")
        .collect(joining());
  }

  /** A query parameter, canonically encoded; sorted by name, then by value. */
  private record Parameter(String name, String value) implements Comparable<Parameter> {

    static Parameter parse(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      String value = equals < 0 ? "" : text.substring(equals + 1);
      return new Parameter(PercentEncoding.canonical(name), PercentEncoding.canonical(value));
    }

    @Override
    public int compareTo(Parameter other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return name + "=" + value;
    }
  }
}
