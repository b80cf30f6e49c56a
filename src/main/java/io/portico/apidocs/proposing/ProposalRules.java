package io.portico.apidocs.proposing;

import io.portico.apidocs.Location;
import io.portico.apidocs.Note;
import io.portico.apidocs.Properties;
import java.util.Optional;

/** What can be proposed at all, whatever the draft says. */
final class ProposalRules {
  private ProposalRules() {}

  /** Why it cannot, and what to do instead; empty if it can. */
  static Optional<String> problem(Location place, Properties keys, Note reason) {
    if (keys.equals(Properties.none())) {
      return Optional.of("Nothing is proposed. Give at least one key, such as description.");
    }
    if (reason.text().isEmpty()) {
      return Optional.of("Say in the reason why the draft should say so: a person decides.");
    }
    return reason
        .problem("reason")
        .or(() -> unkept(place.toString() + reason.text() + keys.compact()))
        .or(() -> hasNul(place, keys) ? Optional.of("Leave out U+0000.") : Optional.empty());
  }

  private static Optional<String> unkept(String text) {
    return Properties.isWhole(text)
        ? Optional.empty()
        : Optional.of("Half of a character is in the text. Write it anew.");
  }

  /** In keys as in texts: as JSON it is an escape, whose backslash is none that was escaped. */
  private static boolean hasNul(Location place, Properties keys) {
    return place.toString().indexOf('\0') >= 0
        || keys.compact().replace("\\\\", "").contains("\\u0000");
  }
}
