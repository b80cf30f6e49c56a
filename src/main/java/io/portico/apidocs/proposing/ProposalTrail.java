package io.portico.apidocs.proposing;

import io.portico.apidocs.PlaceWords;
import io.portico.audit.Activity;
import io.portico.audit.Activity.Action;
import io.portico.audit.Actor;
import java.time.Instant;

/** What stands in the audit trail of proposals. */
final class ProposalTrail {
  private ProposalTrail() {}

  static Activity proposed(Proposal kept, String request) {
    return activity(Action.PART_PROPOSED, kept, kept.by(), kept.proposedAt(), request);
  }

  static Activity decided(Proposal open, ProposalState state, Decision decision, String request) {
    Action action =
        state == ProposalState.ACCEPTED ? Action.PROPOSAL_ACCEPTED : Action.PROPOSAL_DECLINED;
    return activity(action, open, decision.by(), decision.at(), request);
  }

  private static Activity activity(
      Action action, Proposal of, Actor by, Instant at, String request) {
    return new Activity(
        at,
        by,
        action,
        "apis/" + of.api(),
        PlaceWords.title(of.place()) + " " + of.address(),
        Activity.Result.DONE,
        request);
  }
}
