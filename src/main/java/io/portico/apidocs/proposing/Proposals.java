package io.portico.apidocs.proposing;

import io.portico.apidocs.Drafts;
import io.portico.apidocs.Location;
import io.portico.apidocs.Note;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The way for programs into an API's draft: what they propose waits for people to decide. */
@ApplicationScoped
public class Proposals {
  private final Drafts drafts;
  private final OpenProposals open;
  private final ProposalTable table;

  Proposals(Drafts drafts, OpenProposals open, ProposalTable table) {
    this.drafts = drafts;
    this.open = open;
    this.table = table;
  }

  /**
   * Keeps a proposal, or finds the same one of the same proposer that waits already. Blocks.
   *
   * @param api on which the caller has checked that the proposer is an editor
   * @param keys the outermost keys to set at the place; all others stay as they are
   * @param reason for the people who decide; 1,000 characters at most
   * @param request the id of the request, for the audit trail
   * @throws ImproperProposal with a sentence for whoever proposes, telling what to do instead
   * @throws io.portico.apidocs.ApiGatewayFailure if the draft cannot be read
   * @throws io.portico.database.DatabaseUnavailable if the database is away; nothing is kept
   */
  public Proposal propose(
      RestApi api, Actor by, Location place, Properties keys, String reason, String request) {
    Note said = Note.typed(reason);
    ProposalRules.problem(keys, said).ifPresent(Proposals::refuse);
    Prospect prospect = Prospect.of(drafts.of(api), place, keys);
    prospect.obstacle().ifPresent(Proposals::refuse);
    if (prospect.isSaid()) {
      refuse("The draft says so already. Propose what it does not say.");
    }
    return open.keep(
        new Proposal(
            UUID.randomUUID(),
            api.id(),
            by,
            place,
            keys,
            said.text(),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            ProposalState.OPEN,
            Optional.empty()),
        request);
  }

  private static void refuse(String problem) {
    throw new ImproperProposal(problem);
  }

  /**
   * One that was proposed in the last 90 days. Blocks.
   *
   * @param api the id
   * @throws io.portico.database.DatabaseUnavailable if the database is away
   */
  public Optional<Proposal> find(String api, UUID id) {
    return table.find(api, id);
  }
}
