package io.portico.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Addresses to which no redirect may lead: the list in {@code open-redirects.txt}. */
public final class OpenRedirects {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

  private OpenRedirects() {}

  public static List<String> all() {
    try (InputStream list = OpenRedirects.class.getResourceAsStream("/open-redirects.txt")) {
      return new String(list.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> ESCAPE.matcher(line).replaceAll(OpenRedirects::meant))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One in ten, of every family, for what takes its time. */
  public static List<String> some() {
    List<String> all = all();
    return IntStream.iterate(0, i -> i < all.size(), i -> i + 10).mapToObj(all::get).toList();
  }

  private static String meant(MatchResult escape) {
    String meant =
        escape.group(1) == null
            ? escape.group().translateEscapes()
            : Character.toString(Integer.parseInt(escape.group(1), 16));
    return Matcher.quoteReplacement(meant);
  }
}
