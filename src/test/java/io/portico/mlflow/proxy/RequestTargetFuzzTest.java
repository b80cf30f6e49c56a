package io.portico.mlflow.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.BrowserUrl;
import io.portico.testsupport.Pieces;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in a request line, it is read in one way or refused. */
class RequestTargetFuzzTest {
  private static final Pattern UNSENT =
      Pattern.compile("[^A-Za-z0-9._~%&=?/-]|%(?![0-9A-F]{2})|//|/\\.{1,2}(?:[/?]|$)");
  private static final Pattern AMBIGUOUS =
      Pattern.compile("[/\\\\;\\x00-\\x1f\\x7f-\\x9f]|%[0-9A-Fa-f]{2}|^\\.{0,2}$");

  @Property
  @Holds(Promise.ONE_PARSED_PATH)
  void aTargetIsReadInOneWayOrRefused(@ForAll("targets") String raw) {
    assertOneReading(raw);
  }

  @FuzzTest
  @DictionaryEntries({
    "%2F", "%5C", "%2e%2e", "%252e", "%c0%af", "//", "/../", ";", "?X-Amz-", "%00"
  })
  void everyReaderReadsTheSame(byte[] line) {
    assertOneReading(new String(line, ISO_8859_1));
  }

  @Provide
  Arbitrary<String> targets() {
    return Pieces.of(
            "/",
            "/",
            "mlflow",
            "churn",
            "%2f",
            "%2E",
            ".",
            "..",
            ";",
            "\\",
            "?",
            "&",
            "=",
            "+",
            "%",
            "%25",
            "%00",
            "%c3%bc",
            "%c0%af",
            "X-Amz-Date",
            "#",
            "@",
            ":",
            "%5C",
            "é")
        .map(rest -> "/" + rest);
  }

  private static void assertOneReading(String raw) {
    RequestTarget.parse(raw).target().ifPresent(target -> assertOneReading(raw, target));
  }

  private static void assertOneReading(String raw, RequestTarget target) {
    assertFalse(UNSENT.matcher(target.uri()).find(), target.uri());
    assertEquals(Optional.of(target), RequestTarget.parse(target.uri()).target());
    for (String segment : target.segments()) {
      assertFalse(AMBIGUOUS.matcher(segment).find(), segment);
    }
    assertTrue(
        target.parameters().stream().noneMatch(p -> p.getKey().matches("(?i)(?s)x-amz-.*")), raw);
    assertEquals(target.segments(), decoded(raw.split("\\?", 2)[0]));
    URI sent = URI.create("http://mlflow.example" + target.uri());
    assertEquals(target.path(), sent.normalize().getRawPath());
    assertEquals(
        Optional.of(new BrowserUrl("http://mlflow.example", target.path())),
        BrowserUrl.read(sent.toString(), URI.create("https://elsewhere.example/")));
  }

  /** As the JDK decodes. */
  private static List<String> decoded(String path) {
    return Arrays.stream(path.substring(1).split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
        .toList();
  }

  @Property
  @Holds(Promise.LEGAL_NAMES_ARRIVE)
  void namesInAnyScriptArriveWhole(
      @ForAll("names") List<String> names, @ForAll("queries") List<String> texts) {
    String path = names.stream().map(name -> "/" + encoded(name)).collect(Collectors.joining());
    String query =
        texts.stream()
            .map(text -> "q" + encoded(text) + "=" + encoded(text))
            .collect(Collectors.joining("&"));
    RequestTarget target = RequestTarget.parse(path + "?" + query).target().orElseThrow();
    assertEquals(names, target.segments());
    assertEquals(
        texts.stream().map(text -> Map.entry("q" + text, text)).toList(), target.parameters());
  }

  @Provide
  Arbitrary<List<String>> names() {
    return texts().filter(name -> !AMBIGUOUS.matcher(name).find()).list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> queries() {
    return texts().list().ofMaxSize(3);
  }

  private static Arbitrary<String> texts() {
    return Pieces.of("runs", " ", "+", "%", "ä", "漢", "💡", ".", "=", "&", "?", "#", "'", "~")
        .filter(text -> UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0);
  }

  /** Every byte, be it needed or not. */
  private static String encoded(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8)).replaceAll("..", "%$0");
  }

  @Property
  @Holds(Promise.AMBIGUOUS_PATHS_ARE_REFUSED)
  void anAmbiguousSpellingIsRefusedWhereverItStands(
      @ForAll("paths") String path,
      @ForAll("spellings") String spelling,
      @ForAll @IntRange(max = 60) int where) {
    int at = 1 + where % path.length();
    String raw = path.substring(0, at) + spelling + path.substring(at);
    assertTrue(RequestTarget.parse(raw).target().isEmpty(), raw);
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("api", "2.0", "mlflow", "runs", "get", "a%20b", "x-1")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(segments -> "/" + String.join("/", segments));
  }

  @Provide
  Arbitrary<String> spellings() {
    return Arbitraries.of(
        "//",
        ";",
        "%3b",
        "%3B",
        "\\",
        "%5c",
        "%5C",
        "%2f",
        "%2F",
        "%00",
        "%0a",
        "%0D",
        "%1f",
        "%7f",
        "%c2%80",
        "%zz",
        "%252f",
        "%252e%252e",
        "%2541",
        "%c0%ae",
        "%c0%af",
        "%e0%80%af",
        "%ff",
        "%ed%a0%80",
        "%f8%88%80%80%80",
        "/./",
        "/../",
        "/%2e/",
        "/%2E%2e/",
        "/.%2e/",
        "/%2e./",
        "#",
        "#x",
        " ",
        "\t",
        "\r\n",
        "\0",
        "<",
        "\"",
        "|",
        "^",
        "`",
        "{",
        "\u00a0",
        "\u2215",
        "\uff0f");
  }

  @Property
  @Holds(Promise.NO_SIGNED_QUERIES)
  void aSignedQueryIsRefusedInAnySpelling(
      @ForAll("signing") String name, @ForAll("parameters") List<String> before) {
    String query = before.stream().map(parameter -> parameter + "&").collect(Collectors.joining());
    assertTrue(RequestTarget.parse("/a?" + query + name + "=1").target().isEmpty(), name);
  }

  @Provide
  Arbitrary<List<String>> parameters() {
    return Arbitraries.of("a=1", "a", "=", "", "path=x%2Fy", "q=a+b").list().ofMaxSize(3);
  }

  /** Each letter as it is, in the other case, or encoded. */
  @Provide
  Arbitrary<String> signing() {
    return Combinators.combine(
            Arbitraries.of("X-Amz-Signature", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-"),
            Arbitraries.integers().between(0, 2).list().ofSize(20))
        .as(
            (name, spellings) ->
                name.chars()
                    .mapToObj(c -> spelled((char) c, spellings.get(c % spellings.size())))
                    .collect(Collectors.joining()));
  }

  private static String spelled(char letter, int spelling) {
    return switch (spelling) {
      case 0 -> String.valueOf(letter);
      case 1 ->
          String.valueOf(
              Character.isUpperCase(letter)
                  ? Character.toLowerCase(letter)
                  : Character.toUpperCase(letter));
      default -> "%%%02x".formatted((int) letter);
    };
  }
}
