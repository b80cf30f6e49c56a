package io.portico.apidocs.proposing;

import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** Reads rows of the table documentation_proposal. */
final class ProposalRows {
  /** All that is read of a row among many. */
  static final String LISTED =
      """
      id, api, subject, name, via, place_type, place_path, place_method, place_status, place_name,
      reason, proposed_at, state, decided_at, decided_by, decided_by_name, answer
      """;

  private ProposalRows() {}

  static ListedProposal listed(RowView row) {
    return new ListedProposal(
        row.getColumn("id", UUID.class),
        text(row, "api"),
        new Actor(text(row, "subject"), text(row, "name"), text(row, "via")),
        place(row),
        text(row, "reason"),
        row.getColumn("proposed_at", Instant.class),
        ProposalState.valueOf(text(row, "state")),
        decision(row));
  }

  static Proposal proposal(RowView row) {
    ListedProposal listed = listed(row);
    return new Proposal(
        listed.id(),
        listed.api(),
        listed.by(),
        listed.place(),
        Properties.parse(text(row, "keys")),
        listed.reason(),
        listed.proposedAt(),
        listed.state(),
        listed.decision());
  }

  private static Location place(RowView row) {
    return Location.parse(
        text(row, "place_type"),
        text(row, "place_path"),
        text(row, "place_method"),
        text(row, "place_status"),
        text(row, "place_name"));
  }

  /** People decide in pages only. */
  private static Optional<Decision> decision(RowView row) {
    return Optional.ofNullable(row.getColumn("decided_at", Instant.class))
        .map(
            at ->
                new Decision(
                    new Actor(text(row, "decided_by"), text(row, "decided_by_name"), "session"),
                    at,
                    text(row, "answer")));
  }

  private static String text(RowView row, String column) {
    return row.getColumn(column, String.class);
  }
}
