package io.portico.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * What an API's draft says, in short: two drafts that differ anywhere have different ones. A plan
 * holds only for the draft it was made for.
 *
 * @param hex SHA-256
 */
public record DraftDigest(String hex) {

  public static DraftDigest of(Draft draft) {
    MessageDigest sha256 = sha256();
    draft.documentation().parts().stream()
        .sorted(Comparator.comparing(DocumentationPart::location))
        .forEach(
            part -> {
              add(sha256, part.location().toString());
              add(sha256, part.properties().compact());
            });
    draft.unreadable().stream()
        .sorted(Comparator.comparing(UnreadablePart::id))
        .forEach(
            part -> {
              add(sha256, part.location());
              add(sha256, part.properties());
            });
    return new DraftDigest(HexFormat.of().formatHex(sha256.digest()));
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(UTF_8));
    // No text in UTF-8 holds this byte, so none runs into the next.
    digest.update((byte) 0xff);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
