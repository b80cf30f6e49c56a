package io.portico.mlflow.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Pieces;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever headers a client or an upstream sends, only harmless ones pass. */
class HeadersFuzzTest {
  private static final Set<String> UP =
      Set.of(
          "accept",
          "accept-encoding",
          "content-encoding",
          "content-type",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "range",
          "user-agent",
          "x-mlflow-workspace");
  private static final Set<String> BACK =
      Set.of(
          "accept-ranges",
          "allow",
          "cache-control",
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

  /** What browsers show without running anything in it. */
  private static final Pattern INERT =
      Pattern.compile(
          "text/plain;charset=UTF-8|application/octet-stream|(image/(?!svg)|audio/|video/)[a-z0-9.+-]+");

  /** RFC 6266, 4.1 and 4.2: anything else before the first semicolon may be shown in place. */
  private static final Pattern DOWNLOAD =
      Pattern.compile("attachment[ \\t]*(;.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Property
  @Holds({
    Promise.ONLY_LISTED_HEADERS_GO_UP,
    Promise.NO_HEADER_IN_ANOTHERS_NAME,
    Promise.HOP_BY_HOP_HEADERS_END_HERE
  })
  void onlyListedHeadersGoUp(@ForAll("headers") MultiMap client, @ForAll Content content) {
    assertGoUp(client, content);
  }

  @Property
  @Holds({Promise.ONLY_HARMLESS_HEADERS_COME_BACK, Promise.HOP_BY_HOP_HEADERS_END_HERE})
  void onlyHarmlessHeadersComeBack(@ForAll("headers") MultiMap upstream, @ForAll Content content) {
    assertComeBack(upstream, content);
  }

  @Property
  @Holds(Promise.ONLY_HARMLESS_HEADERS_COME_BACK)
  void anArtifactIsADownloadOfAnInertType(
      @ForAll("values") String type, @ForAll("values") String disposition) {
    MultiMap upstream = MultiMap.caseInsensitiveMultiMap();
    upstream.add("Content-Type", type).add("Content-Disposition", "attachment" + disposition);
    assertComeBack(upstream, Content.ARTIFACT);
  }

  @FuzzTest
  @DictionaryEntries({"Connection: ", "Content-Type: ", "Content-Disposition: ", "attachment"})
  void onlyHarmlessHeadersPass(byte[] lines) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String line : new String(lines, ISO_8859_1).split("\n")) {
      int colon = Math.max(0, line.indexOf(':'));
      headers.add(line.substring(0, colon), line.substring(Math.min(line.length(), colon + 1)));
    }
    for (Content content : Content.values()) {
      assertGoUp(headers, content);
      assertComeBack(headers, content);
    }
  }

  @Provide
  Arbitrary<MultiMap> headers() {
    return Combinators.combine(names(), values())
        .as(Map::entry)
        .list()
        .ofMaxSize(12)
        .map(
            entries -> {
              MultiMap headers = MultiMap.caseInsensitiveMultiMap();
              entries.forEach(entry -> headers.add(entry.getKey(), entry.getValue()));
              return headers;
            });
  }

  private static Arbitrary<String> names() {
    List<String> known = new ArrayList<>(UP);
    known.addAll(BACK);
    known.addAll(
        List.of(
            "connection",
            "Connection",
            "cookie",
            "authorization",
            "host",
            "origin",
            "referer",
            "forwarded",
            "x-forwarded-for",
            "x-amz-date",
            "X-Amz-Security-Token",
            "x-mlflow-sm-tracking-server-arn",
            "x-sm-mlflow-app-arn",
            "x-http-method-override",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "keep-alive",
            "proxy-authorization",
            "set-cookie",
            "location",
            "link",
            "refresh",
            "content-security-policy",
            "access-control-allow-origin",
            "clear-site-data",
            "server",
            "sourcemap"));
    return Combinators.combine(Arbitraries.of(known), Arbitraries.integers().between(0, 5))
        .as(HeadersFuzzTest::spelled);
  }

  private static String spelled(String name, int spelling) {
    return switch (spelling) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.replace('-', '_');
      case 2 -> name + " ";
      case 3 -> "\t" + name;
      default -> name;
    };
  }

  @Provide
  Arbitrary<String> values() {
    return Pieces.of(
        "keep-alive",
        "close",
        ",",
        ", ",
        "Range",
        "ACCEPT",
        "ETag",
        "content-type",
        "text/html",
        "image/png",
        "image/svg+xml",
        ";",
        "attachment",
        "inline",
        "=",
        "filename",
        "\"",
        "é",
        "\r\n",
        "\0",
        "arn:aws:sagemaker:eu-west-1:1:mlflow-app/x",
        "gzip",
        "bytes=0-1");
  }

  private static void assertGoUp(MultiMap client, Content content) {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, String> header : RequestHeaders.of(client, content)) {
      assertTrue(UP.contains(header.getKey()), header::toString);
      assertTrue(seen.add(header.getKey()), header::toString);
      assertTrue(header.getValue().matches("[ -~]*"), header::toString);
      boolean ours = header.getKey().equals("accept-encoding");
      assertEquals(ours, header.getValue().equals("identity") && ours, header::toString);
      assertFalse(!ours && named(client).contains(header.getKey()), header::toString);
    }
    assertTrue(seen.contains("accept-encoding"));
  }

  private static void assertComeBack(MultiMap upstream, Content content) {
    MultiMap client = MultiMap.caseInsensitiveMultiMap();
    ResponseHeaders.copy(upstream, content, client);
    Set<String> named = named(upstream);
    for (Map.Entry<String, String> header : client) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      assertTrue(BACK.contains(name), header::toString);
      boolean ours =
          name.equals("cache-control")
              || content == Content.ARTIFACT && name.matches("content-(type|disposition)");
      assertFalse(!ours && named.contains(name), header::toString);
    }
    assertEquals(List.of("no-store"), client.getAll("Cache-Control"));
    if (content == Content.ARTIFACT) {
      assertTrue(INERT.matcher(client.get("Content-Type")).matches(), client::toString);
      assertTrue(DOWNLOAD.matcher(client.get("Content-Disposition")).matches(), client::toString);
    }
  }

  /** The names in Connection, read sign by sign. */
  private static Set<String> named(MultiMap headers) {
    Set<String> names = new HashSet<>();
    for (String value : headers.getAll("connection")) {
      StringBuilder name = new StringBuilder();
      for (char c : (value + ",").toCharArray()) {
        if (c == ',') {
          names.add(name.toString().toLowerCase(Locale.ROOT).strip());
          name.setLength(0);
        } else {
          name.append(c);
        }
      }
    }
    return names;
  }
}
