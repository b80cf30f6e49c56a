package io.portico.apidocs.proposing;

import static io.portico.apidocs.proposing.ProposalRows.LISTED;

import io.portico.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of proposals. Every method blocks, and fails when the database is away. */
@ApplicationScoped
class ProposalTable {
  /** Of more the page would be no help; older ones are found in the audit trail. */
  private static final int SHOWN = OpenProposals.OF_ALL + 200;

  private final Database database;

  ProposalTable(Database database) {
    this.database = database;
  }

  Optional<Proposal> find(String api, UUID id) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select "
                        + LISTED
                        + ", keys from documentation_proposal where api = :api and id = :id")
                .bind("api", api)
                .bind("id", id)
                .map(ProposalRows::proposal)
                .findOne());
  }

  /** The open ones first, and the newest first of each. */
  List<ListedProposal> of(String api) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    "select "
                        + LISTED
                        + """
                         from documentation_proposal where api = :api
                        order by state = 'OPEN' desc, coalesce(decided_at, proposed_at) desc, id
                        limit :shown
                        """)
                .bind("api", api)
                .bind("shown", SHOWN)
                .map(ProposalRows::listed)
                .list());
  }

  /** Forgets what was decided before, and what nobody decided that was proposed before. */
  void delete(Instant before) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from documentation_proposal
                    where coalesce(decided_at, proposed_at) < :before
                    """)
                .bind("before", before)
                .execute());
  }
}
