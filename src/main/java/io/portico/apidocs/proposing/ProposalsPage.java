package io.portico.apidocs.proposing;

import io.portico.apidocs.ApiAccess;
import io.portico.portal.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an API's proposals shows.
 *
 * @param all the open ones first
 */
public record ProposalsPage(ApiAccess access, List<ListedProposal> all, Instant now) {
  public List<ListedProposal> open() {
    return all.stream().filter(ListedProposal::isOpen).toList();
  }

  public List<ListedProposal> decided() {
    return all.stream().filter(each -> !each.isOpen()).toList();
  }

  public Moment proposed(ListedProposal of) {
    return new Moment(of.proposedAt(), now);
  }

  public Optional<Moment> ended(ListedProposal of) {
    return of.decision().map(decision -> new Moment(decision.at(), now));
  }
}
