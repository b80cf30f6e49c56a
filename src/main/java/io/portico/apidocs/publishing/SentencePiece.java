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
public record SentencePiece(String text, boolean isLink) {
  // A name that somebody chose may hold anything, even what looks like an address.
  private static final String BELOW =
      "/(?:imports|proposals|publications)/\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  static SentencePiece link(String address) {
    return new SentencePiece(address, true);
  }

  static List<SentencePiece> of(String sentence, String api) {
    Matcher address =
        Pattern.compile("(?<!\\S)" + Pattern.quote("/app/apis/" + api) + BELOW + "(?!\\S)")
            .matcher(sentence);
    List<SentencePiece> pieces = new ArrayList<>();
    int end = 0;
    while (address.find()) {
      pieces.add(new SentencePiece(sentence.substring(end, address.start()), false));
      pieces.add(link(address.group()));
      end = address.end();
    }
    pieces.add(new SentencePiece(sentence.substring(end), false));
    pieces.removeIf(piece -> piece.text.isEmpty());
    return List.copyOf(pieces);
  }

  /** For people who are to follow it. */
  public String label() {
    if (text.contains("/imports/")) {
      return "the import";
    }
    return text.contains("/proposals/") ? "the proposal" : "the publication";
  }
}
