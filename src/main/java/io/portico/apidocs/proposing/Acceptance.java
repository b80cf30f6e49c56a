package io.portico.apidocs.proposing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiTrail;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.LostUpdate;
import io.portico.apidocs.PlaceWords;
import io.portico.apidocs.Properties;
import io.portico.audit.Activity.Action;
import io.portico.audit.Activity.Result;
import io.portico.audit.Actor;
import io.portico.database.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Writes what is proposed into the draft, and ends the proposal after that. Whoever dies in between
 * leaves it open, and the next finds that the draft says so already.
 */
@ApplicationScoped
class Acceptance {
  private final Drafts drafts;
  private final OpenProposals open;
  private final ApiTrail trail;

  Acceptance(Drafts drafts, OpenProposals open, ApiTrail trail) {
    this.drafts = drafts;
    this.open = open;
    this.trail = trail;
  }

  /** What an acceptance brought about. */
  enum Outcome {
    ACCEPTED,
    /** Nothing was written: the draft is not the one that was shown, or the place is gone. */
    CHANGED,
    /** The draft says it, but somebody else has decided at the same moment. */
    DECIDED,
    /** The draft says it, but the database does not answer, so that the proposal stays open. */
    LEFT_OPEN
  }

  /**
   * Blocks.
   *
   * @param seen the place's own text that the person saw
   * @throws ApiGatewayFailure if the draft cannot be read or written
   */
  Outcome accept(
      ApiAccess access, Proposal proposal, Optional<Properties> seen, Actor by, String request) {
    if (!isSaid(access, proposal, seen)) {
      return Outcome.CHANGED;
    }
    try {
      return open.decide(proposal, ProposalState.ACCEPTED, Decision.now(by, ""), request)
          ? Outcome.ACCEPTED
          : Outcome.DECIDED;
    } catch (DatabaseUnavailable away) {
      return Outcome.LEFT_OPEN;
    }
  }

  /** Whether the draft says it now. */
  private boolean isSaid(ApiAccess access, Proposal proposal, Optional<Properties> seen) {
    if (Prospect.isSaid(seen, proposal.keys())) {
      return Prospect.of(drafts.fresh(access.api()), proposal.place(), proposal.keys()).isSaid();
    }
    Prospect prospect = Prospect.of(drafts.of(access.api()), proposal.place(), proposal.keys());
    return prospect.obstacle().isEmpty() && isWritten(access, proposal, seen);
  }

  private boolean isWritten(ApiAccess access, Proposal proposal, Optional<Properties> seen) {
    String title = PlaceWords.title(proposal.place());
    try {
      drafts.write(access.api(), proposal.place(), seen, Prospect.laid(proposal.keys(), seen));
    } catch (InvalidProperties tooLong) {
      return false;
    } catch (LostUpdate e) {
      return Prospect.isSaid(e.there(), proposal.keys());
    } catch (ApiGatewayFailure e) {
      trail.record(Action.PART_WRITTEN, access, title, Result.FAILED);
      throw e;
    }
    trail.record(Action.PART_WRITTEN, access, title, Result.DONE);
    return true;
  }
}
