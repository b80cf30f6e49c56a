package io.portico.apidocs.importing;

import io.portico.apidocs.RestApi;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a file to download, such as {@code orders-prod-oas30.json}. Letters, digits and
 * hyphens only, whatever the API's name is: every system takes them, and a header needs no escapes.
 */
record FileName(String value) {
  private static final int MAX_WORD = 60;

  /**
   * @param ending without a dot
   */
  static FileName of(RestApi api, List<String> words, String ending) {
    String name = plain(api.name());
    return new FileName(
        Stream.concat(Stream.of(name.isEmpty() ? api.id() : name), words.stream())
                .map(FileName::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("-"))
            + "."
            + ending);
  }

  private static String plain(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    return plain.substring(0, Math.min(MAX_WORD, plain.length())).replaceAll("^-|-$", "");
  }

  /** For {@code Content-Disposition} (RFC 6266). */
  String disposition() {
    return "attachment; filename=\"" + value + "\"";
  }
}
