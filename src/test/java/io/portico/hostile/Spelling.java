package io.portico.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A way to write the path of a request, other than the plain one.
 *
 * @param reading how it is to be understood
 * @param writing all that it makes of a path, in Latin-1 characters
 */
record Spelling(String name, Reading reading, Function<String, Stream<String>> writing) {
  enum Reading {
    /** Two readers could read it in two ways, so nobody may. */
    AMBIGUOUS,
    /** A path with another name, however much alike it looks. */
    OTHER,
    /** RFC 3986, 6.2.2: the same. */
    SAME
  }

  private static final List<String> BETWEEN =
      List.of(
          "//",
          "///",
          "/./",
          "/%2e/",
          "/%2E/",
          "/x/../",
          "/x/%2e%2e/",
          "/x/%2E%2E/",
          "/x/.%2e/",
          "/x/%2e./",
          "/;/",
          "/;x=1/",
          "/..;/",
          "%2F",
          "%2f",
          "\\",
          "%5C",
          "%5c",
          "/\\",
          "\\/",
          "/%5C",
          "/%2F",
          "%c0%af",
          "%C0%AF",
          "%e0%80%af",
          "%f0%80%80%af",
          "%c1%9c",
          "%252F",
          "%252f",
          "%25252F",
          "%255C",
          "/x/%252e%252e/",
          "/x/%c0%ae%c0%ae/",
          "%u2215",
          "/%00/",
          "%00/",
          "/%20%2e/../");

  private static final List<String> BEHIND =
      List.of(
          ";",
          ";x=1",
          ";/",
          "%3B",
          "%3b",
          "%00",
          "%0A",
          "%0D%0A",
          "%0d%0aHost:%20x",
          "%09",
          "%7F",
          "%1b",
          "%C2%85",
          "%ff",
          "%FE",
          "%80",
          "%ed%a0%80",
          "%f5%80%80%80",
          "%e2%88",
          "%c1%81",
          "%",
          "%4",
          "%zz",
          "%u002f",
          "%2541",
          "%252e",
          "\u0001",
          "\u007f",
          "\u00e9",
          "\u00ff",
          "<",
          "\"",
          "|",
          "{",
          "`",
          "^",
          "[",
          "#",
          "#x",
          "%3B.css",
          ";.css");

  private static final List<String> BEFORE_ALL =
      List.of(
          "/static/..",
          "/docs/..",
          "/q/..",
          "/api/..",
          "/mcp/..",
          "/.well-known/..",
          "/static/%2e%2e",
          "/api/%2e%2e",
          "/static/..;",
          "/app/x/../..",
          "/%2e",
          "/.",
          "/",
          "\\",
          "/\\",
          "http://elsewhere.example",
          "http://" + HostilePortal.HOST,
          "http://" + HostilePortal.MLFLOW,
          "HTTP://elsewhere.example",
          "//elsewhere.example",
          "https://x@" + HostilePortal.HOST,
          "ftp://elsewhere.example",
          "/;",
          "/%00");

  private static final List<String> OTHER_SLASHES =
      List.of("∕", "／", "⁄", "⧸", "＼", "。", "/．．/", "/‥/", "/…/", "∖");

  private static final List<String> OTHER_ENDS =
      List.of(
          ".", "..", "...", "%20", ".json", ".css", "~", "_", ",", "+", "̸", "\u200B", "\uFEFF");

  /** Letters that look or fold like those of ASCII. */
  private static final Map<Character, String> LOOKALIKES =
      Map.of(
          'a', "а", 'c', "с", 'e', "е", 'i', "ı", 'k', "K", 'm', "ｍ", 'o', "о", 'p', "р", 's', "ſ");

  static List<Spelling> all() {
    List<Spelling> all = new ArrayList<>();
    BETWEEN.forEach(text -> all.add(between(Reading.AMBIGUOUS, text)));
    BEHIND.forEach(text -> all.add(behind(Reading.AMBIGUOUS, text)));
    BEFORE_ALL.forEach(
        text -> all.add(whole(text + " before all", Reading.AMBIGUOUS, path -> text + path)));
    all.add(whole("no slash before", Reading.AMBIGUOUS, path -> path.substring(1)));
    all.add(whole("host before", Reading.AMBIGUOUS, path -> HostilePortal.HOST + path));
    all.add(whole("asterisk", Reading.AMBIGUOUS, path -> "*"));
    OTHER_SLASHES.forEach(text -> all.add(between(Reading.OTHER, encoded(text))));
    OTHER_ENDS.forEach(
        text -> all.add(behind(Reading.OTHER, text.length() == 1 ? encoded(text) : text)));
    LOOKALIKES.forEach((letter, other) -> all.add(lookalike(letter, encoded(other))));
    all.add(segments("capitals", Reading.OTHER, text -> text.toUpperCase(Locale.ROOT)));
    all.add(segments("a letter encoded", Reading.SAME, Spelling::firstLetterEncoded));
    return all;
  }

  /** Such paths, without the plain one. */
  List<String> of(String path) {
    return writing.apply(path).filter(written -> !written.equals(path)).distinct().toList();
  }

  private static Spelling whole(String name, Reading reading, Function<String, String> writing) {
    return new Spelling(name, reading, path -> Stream.of(writing.apply(path)));
  }

  private static Spelling between(Reading reading, String text) {
    return new Spelling(
        text + " for a slash",
        reading,
        path ->
            some(slashes(path)).mapToObj(i -> path.substring(0, i) + text + path.substring(i + 1)));
  }

  private static Spelling behind(Reading reading, String text) {
    return new Spelling(
        text + " behind a name",
        reading,
        path ->
            some(IntStream.concat(slashes(path).skip(1), IntStream.of(path.length()))
                    .filter(i -> path.charAt(i - 1) != '/'))
                .mapToObj(i -> path.substring(0, i) + text + path.substring(i)));
  }

  /** The first, the last, and one between. */
  private static IntStream some(IntStream places) {
    int[] all = places.toArray();
    return all.length == 0
        ? IntStream.empty()
        : IntStream.of(all[0], all[all.length / 2], all[all.length - 1]).distinct();
  }

  private static Spelling lookalike(char letter, String other) {
    return segments(
        other + " for " + letter,
        Reading.OTHER,
        text -> text.replaceFirst(String.valueOf(letter), other));
  }

  /** Each segment rewritten by itself. */
  private static Spelling segments(
      String name, Reading reading, Function<String, String> rewriting) {
    return new Spelling(
        name,
        reading,
        path -> {
          String[] segments = path.split("/", -1);
          return IntStream.range(0, segments.length)
              .mapToObj(
                  i -> {
                    String[] copy = segments.clone();
                    copy[i] = rewriting.apply(copy[i]);
                    return String.join("/", copy);
                  });
        });
  }

  private static IntStream slashes(String path) {
    return IntStream.range(0, path.length()).filter(i -> path.charAt(i) == '/');
  }

  private static String firstLetterEncoded(String segment) {
    return segment.isEmpty()
        ? ""
        : "%%%02x".formatted((int) segment.charAt(0)) + segment.substring(1);
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      encoded.append(b >= 0 ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
    }
    return encoded.toString();
  }
}
