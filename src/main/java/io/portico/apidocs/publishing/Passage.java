package io.portico.apidocs.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a sentence.
 *
 * @param isLink whether it is an address of a publication, an import or a proposal of the API it is
 *     about
 */
public record Passage(String text, boolean isLink) {
  // A name that somebody chose may hold anything, even what looks like an address.
  private static final String BELOW =
      "/(?:imports|proposals|publications)/\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  static Passage link(String address) {
    return new Passage(address, true);
  }

  static List<Passage> of(String sentence, String api) {
    Matcher address =
        Pattern.compile("(?<!\\S)" + Pattern.quote("/app/apis/" + api) + BELOW + "(?!\\S)")
            .matcher(sentence);
    List<Passage> passages = new ArrayList<>();
    int end = 0;
    while (address.find()) {
      passages.add(new Passage(sentence.substring(end, address.start()), false));
      passages.add(link(address.group()));
      end = address.end();
    }
    passages.add(new Passage(sentence.substring(end), false));
    passages.removeIf(passage -> passage.text.isEmpty());
    return List.copyOf(passages);
  }

  /** For people who are to follow it. */
  public String label() {
    if (text.contains("/imports/")) {
      return "the import";
    }
    return text.contains("/proposals/") ? "the proposal" : "the publication";
  }
}
