package io.portico.apidocs.proposing;

import io.portico.apidocs.Note;
import io.portico.apidocs.Properties;
import java.util.Optional;

/** What can be proposed at all, whatever the draft says. */
final class ProposalRules {
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
      return Optional.of("Half of a character is in the text. Write it anew.");
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
