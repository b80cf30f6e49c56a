package io.portico.apidocs.proposing;

import io.portico.apidocs.ApiAccess;
import io.portico.portal.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * What the page of one proposal shows.
 *
 * @param prospect what it would change now; empty where it is decided, or API Gateway does not
 *     answer
 * @param message what came of an attempt to decide
 * @param answer as it was typed
 * @param problem with the answer
 */
public record ProposalPage(
    ApiAccess access,
    Proposal of,
    Optional<Prospect> prospect,
    Optional<String> message,
    String answer,
    Optional<String> problem,
    Instant now) {

  static ProposalPage of(ApiAccess access, Proposal of, Optional<Prospect> prospect) {
    return new ProposalPage(
        access, of, prospect, Optional.empty(), "", Optional.empty(), Instant.now());
  }

  ProposalPage withMessage(String told) {
    return new ProposalPage(access, of, prospect, Optional.of(told), answer, problem, now);
  }

  ProposalPage withProblem(String typed, String told) {
    return new ProposalPage(access, of, prospect, message, typed, Optional.of(told), now);
  }

  public Moment proposed() {
    return new Moment(of.proposedAt(), now);
  }

  public Optional<Moment> ended() {
    return of.decision().map(decision -> new Moment(decision.at(), now));
  }

  /** By what the program showed that it may, for people. */
  public String means() {
    return of.by().via().startsWith("token:")
        ? "access token " + of.by().via().substring("token:".length())
        : "a token of the identity provider";
  }
}
