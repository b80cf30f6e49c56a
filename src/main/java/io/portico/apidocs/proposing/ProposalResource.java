package io.portico.apidocs.proposing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayFailureMapper;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Note;
import io.portico.apidocs.Properties;
import io.portico.audit.Actor;
import io.portico.audit.Reference;
import io.portico.identity.SignedIn;
import io.portico.portal.ErrorPage;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** One proposal, and what editors decide about it. */
@Path("/app/apis/{api}/proposals/{id}")
@Authenticated
@Blocking
public class ProposalResource {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;
  private static final String CHANGED =
      "The draft has changed since this was shown to you, so nothing was written. This is how it is"
          + " now.";
  private static final String DECIDED =
      "Somebody else has decided at the same moment. The draft says what was proposed: change it"
          + " there if it should not.";
  private static final String LEFT_OPEN =
      "The draft says it now, but the portal's database does not answer, so the proposal stays open."
          + " Close it in a minute.";

  private final SignedIn signedIn;
  private final Admission admission;
  private final Drafts drafts;
  private final ProposalTable table;
  private final OpenProposals open;
  private final Acceptance acceptance;
  private final ApiGatewayFailureMapper failures;
  private final RoutingContext request;

  ProposalResource(
      SignedIn signedIn,
      Admission admission,
      Drafts drafts,
      ProposalTable table,
      OpenProposals open,
      Acceptance acceptance,
      ApiGatewayFailureMapper failures,
      RoutingContext request) {
    this.signedIn = signedIn;
    this.admission = admission;
    this.drafts = drafts;
    this.table = table;
    this.open = open;
    this.acceptance = acceptance;
    this.failures = failures;
    this.request = request;
  }

  @GET
  public TemplateInstance proposal(@RestPath String api, @RestPath UUID id) {
    ApiAccess access = admission.of(api);
    return ProposalTemplates.proposal(page(access, found(access, id)));
  }

  /**
   * Writes it into the draft.
   *
   * @param seen the place's own text that the person saw; left out if there was none
   */
  @POST
  @Path("accept")
  public Response accept(@RestPath String api, @RestPath UUID id, @RestForm String seen) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    Proposal proposal = found(access, id);
    if (!proposal.isOpen()) {
      return late(access, proposal, ProposalState.ACCEPTED);
    }
    Acceptance.Outcome outcome;
    try {
      outcome = acceptance.accept(access, proposal, hidden(seen), me(), Reference.of(request));
    } catch (ApiGatewayFailure e) {
      return failed(page(access, proposal), e);
    }
    return switch (outcome) {
      case ACCEPTED -> seeOther(proposal);
      case CHANGED -> again(CONFLICT, page(access, proposal).withMessage(CHANGED));
      case DECIDED -> decidedMeanwhile(access, found(access, id));
      case LEFT_OPEN -> again(UNAVAILABLE, page(access, proposal).withMessage(LEFT_OPEN));
    };
  }

  /** Turns it down; the draft stays as it is. */
  @POST
  @Path("decline")
  public Response decline(@RestPath String api, @RestPath UUID id, @RestForm String answer) {
    ApiAccess access = admission.of(api, DocumentationRole.EDITOR);
    Proposal proposal = found(access, id);
    Note typed = Note.typed(answer);
    Optional<String> problem = typed.problem("answer");
    if (problem.isPresent()) {
      return again(UNPROCESSABLE, page(access, proposal).withProblem(typed.text(), problem.get()));
    }
    return open.decide(
            proposal,
            ProposalState.DECLINED,
            Decision.now(me(), typed.text()),
            Reference.of(request))
        ? seeOther(proposal)
        : late(access, found(access, id), ProposalState.DECLINED);
  }

  /** By somebody else, or by a second click. */
  private Response decidedMeanwhile(ApiAccess access, Proposal decided) {
    return decided.isDecided(ProposalState.ACCEPTED, me())
        ? seeOther(decided)
        : again(CONFLICT, page(access, decided).withMessage(DECIDED));
  }

  /** Who sends a form twice has decided once. */
  private Response late(ApiAccess access, Proposal decided, ProposalState wanted) {
    return decided.isDecided(wanted, me())
        ? seeOther(decided)
        : again(
            CONFLICT,
            page(access, decided)
                .withMessage("This was decided before, and nothing was changed by you."));
  }

  private Response failed(ProposalPage page, ApiGatewayFailure failure) {
    ErrorPage told = failures.told(failure, request);
    String reference = told.reference().map(r -> " Reference: " + r).orElse("");
    return again(
        told.status(),
        page.withMessage(
            "%s. %s The proposal stays open.%s".formatted(told.title(), told.advice(), reference)));
  }

  private Actor me() {
    return Actor.of(signedIn.person());
  }

  /** Nobody types it: the page sends it as it was. */
  private static Optional<Properties> hidden(String seen) {
    try {
      return Optional.ofNullable(seen).filter(text -> !text.isEmpty()).map(Properties::parse);
    } catch (InvalidProperties e) {
      throw new BadRequestException(e);
    }
  }

  private Proposal found(ApiAccess access, UUID id) {
    return table.find(access.api().id(), id).orElseThrow(NotFoundException::new);
  }

  private ProposalPage page(ApiAccess access, Proposal of) {
    return ProposalPage.of(access, of, of.isOpen() ? prospect(access, of) : Optional.empty());
  }

  /** Empty if API Gateway does not answer: who proposes what is known all the same. */
  private Optional<Prospect> prospect(ApiAccess access, Proposal of) {
    try {
      return Optional.of(Prospect.of(drafts.of(access.api()), of.place(), of.keys()));
    } catch (ApiGatewayFailure e) {
      return Optional.empty();
    }
  }

  private static Response again(int status, ProposalPage page) {
    return Response.status(status).entity(ProposalTemplates.proposal(page)).build();
  }

  private static Response seeOther(Proposal to) {
    return Response.seeOther(URI.create(to.address())).build();
  }
}
