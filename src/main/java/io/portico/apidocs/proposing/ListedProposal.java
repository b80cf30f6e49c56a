package io.portico.apidocs.proposing;

import io.portico.apidocs.Location;
import io.portico.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A proposal among many: without what it proposes, which may be long. */
public record ListedProposal(
    UUID id,
    String api,
    Actor by,
    Location place,
    String reason,
    Instant proposedAt,
    ProposalState state,
    Optional<Decision> decision) {

  public String address() {
    return Proposal.address(api, id);
  }

  public boolean isOpen() {
    return state == ProposalState.OPEN;
  }
}
