package io.portico.apidocs.proposing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.RestApis;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Person;
import io.portico.portal.HomeCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What waits for a decision of editors, on the home page; nothing if nothing does. */
@ApplicationScoped
public class ProposalsCard implements HomeCard {
  private static final Logger LOG = Logger.getLogger(ProposalsCard.class);

  /** Before what people come for every day: somebody waits. */
  private static final int POSITION = 5;

  private final RestApis apis;
  private final OpenProposals open;

  ProposalsCard(RestApis apis, OpenProposals open) {
    this.apis = apis;
    this.open = open;
  }

  /** An API on which some are open. */
  public record Waiting(ApiAccess access, int count) {}

  @Override
  public Optional<Content> contentFor(Person person) {
    try {
      List<Waiting> waiting = waiting(person);
      return waiting.isEmpty()
          ? Optional.empty()
          : Optional.of(new Content(POSITION, ProposalTemplates.proposalsCard(waiting)));
    } catch (ApiGatewayFailure | DatabaseUnavailable e) {
      LOG.warnf("The home page shows no proposals: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private List<Waiting> waiting(Person person) {
    List<ApiAccess> mine = apis.of(person).stream().filter(ApiAccess::mayEdit).toList();
    if (mine.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> counts =
        open.counted(mine.stream().map(access -> access.api().id()).toList());
    return mine.stream()
        .filter(access -> counts.containsKey(access.api().id()))
        .map(access -> new Waiting(access, counts.get(access.api().id())))
        .toList();
  }
}
