package io.portico.mlflow.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headers of an upstream response that reach the client: an allow-list, with what our lane says
 * itself (policy, cookies, CORS, framing) never taken from upstream.
 */
final class ResponseHeaders {
  static final String FOREVER = "private, max-age=31536000, immutable";

  private static final List<String> ALLOWED =
      List.of(
          "accept-ranges",
          "allow",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-length",
          "content-range",
          "content-type",
          "date",
          "etag",
          "last-modified",
          "retry-after",
          "vary");

  /** Images, sound and film run no script; SVG does. */
  private static final Pattern INERT_MEDIA =
      Pattern.compile("(image/(?!svg)[a-z0-9.+-]+|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+)");

  private static final Pattern TEXT =
      Pattern.compile("text/.*|application/(json|xml|yaml|x-yaml|javascript)|.*\\+(json|xml)");

  /** RFC 6266, 4.1: browsers may show what begins with another word, such as "attachment=". */
  private static final Pattern DOWNLOAD =
      Pattern.compile("attachment[ \\t]*(;.*)?", Pattern.CASE_INSENSITIVE);

  private static final Set<String> COMPRESSIBLE =
      Set.of(
          "application/javascript",
          "application/json",
          "application/wasm",
          "image/svg+xml",
          "text/css",
          "text/html",
          "text/javascript",
          "text/plain");

  private ResponseHeaders() {}

  /** MLflow's build puts a hash into the names of its files, but not into all. */
  private static final Pattern HASHED = Pattern.compile("[.-][0-9a-f]{8,}\\.[a-z.]+$");

  /** Copies what may pass; an artifact's type is made harmless on the way. */
  static void copy(MultiMap upstream, Content content, MultiMap client) {
    Set<String> hopByHop = HopByHopHeaders.of(upstream);
    for (String name : ALLOWED) {
      String value = upstream.get(name);
      if (value != null && !hopByHop.contains(name)) {
        client.set(name, value);
      }
    }
    if (content == Content.ARTIFACT) {
      client.set("Content-Type", inertType(upstream.get("Content-Type")));
      client.set("Content-Disposition", attachment(upstream.get("Content-Disposition")));
    }
    client.set("Cache-Control", "no-store");
  }

  /**
   * MLflow reads artifacts by script, which sees bytes and not types; a browser that opens one by
   * itself gets text, an inert medium or a download.
   */
  static String inertType(String contentType) {
    String type = mediaType(contentType);
    if (INERT_MEDIA.matcher(type).matches()) {
      return type;
    }
    return TEXT.matcher(type).matches() ? "text/plain;charset=UTF-8" : "application/octet-stream";
  }

  private static String attachment(String disposition) {
    return Optional.ofNullable(disposition)
        .filter(value -> DOWNLOAD.matcher(value).matches())
        .orElse("attachment");
  }

  /** How long a browser may keep a file of MLflow's UI. */
  static String cacheControl(String path, int status) {
    return status == 200 && HASHED.matcher(path).find() ? FOREVER : "private, no-cache";
  }

  /** Whether our own compression pays: not for what is compressed already, nor for a part. */
  static boolean compressible(MultiMap client, int status) {
    return status == 200
        && !client.contains("Content-Encoding")
        && COMPRESSIBLE.contains(mediaType(client.get("Content-Type")));
  }

  private static String mediaType(String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }
}
