package io.portico.apidocs.proposing;

import io.portico.apidocs.Note;
import io.portico.apidocs.Properties;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be proposed at all, whatever the draft says. */
final class ProposalRules {
  /**
   * Signs that nobody sees, of which words for agents can be made behind the back of whoever
   * decides: fillers, tags, and variation selectors beyond those of emoji.
   *
   * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX #44</a>
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B\\u2060-\\u2065\\u206A-\\u206F\\u3164"
              + "\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
              + "\\x{E0000}-\\x{E0FFF}]");

  private ProposalRules() {}

  /** Why it cannot, and what to do instead; empty if it can. */
  static Optional<String> problem(Properties keys, Note reason) {
    if (keys.equals(Properties.none())) {
      return Optional.of("Nothing is proposed. Give at least one key, such as description.");
    }
    if (reason.text().isEmpty()) {
      return Optional.of("Say in the reason why the draft should say so: a person decides.");
    }
    Optional<String> unkept = reason.problem("reason");
    if (unkept.isPresent()) {
      return unkept;
    }
    if (!Properties.isWhole(reason.text() + keys.compact())) {
      return Optional.of(
          "The text has a broken character, often half of an emoji. Delete it and type it again.");
    }
    Matcher unseen = UNSEEN.matcher(reason.text() + keys.compact());
    if (unseen.find()) {
      return Optional.of(
          "Leave out signs that nobody sees, such as U+%04X."
              .formatted(unseen.group().codePointAt(0)));
    }
    return hasNul(keys) ? Optional.of("Leave out U+0000.") : Optional.empty();
  }

  /**
   * PostgreSQL has no NUL in a text. Here it is an escape, in keys as in texts, whose backslash was
   * not escaped itself.
   */
  private static boolean hasNul(Properties keys) {
    return keys.compact().replace("\\\\", "").contains("\\u0000");
  }
}
