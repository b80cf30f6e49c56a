package io.portico.apidocs.proposing;

import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a program wants the draft to say about one place. Its texts are a stranger's.
 *
 * @param api the id
 * @param keys the outermost keys to set at the place; all others stay as they are
 * @param reason for people
 * @param proposedAt to the microsecond, as PostgreSQL keeps it
 * @param decision empty while it is open
 */
public record Proposal(
    UUID id,
    String api,
    Actor by,
    Location place,
    Properties keys,
    String reason,
    Instant proposedAt,
    ProposalState state,
    Optional<Decision> decision) {

  /** Where people see it and decide, below the portal's origin. */
  public String address() {
    return address(api, id);
  }

  static String address(String api, UUID id) {
    return "/app/apis/" + api + "/proposals/" + id;
  }

  public boolean isOpen() {
    return state == ProposalState.OPEN;
  }

  /** Whether that person has decided so. */
  boolean isDecided(ProposalState so, Actor by) {
    return state == so
        && decision.filter(made -> made.by().subject().equals(by.subject())).isPresent();
  }

  /**
   * Whether signs in it turn the direction of writing, so that it may read unlike what it says.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX #9,
   *     2</a>
   */
  public boolean turnsText() {
    return (keys.compact() + reason)
        .chars()
        .anyMatch(c -> c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069');
  }
}
