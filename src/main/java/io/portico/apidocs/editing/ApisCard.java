package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.RestApis;
import io.portico.identity.Person;
import io.portico.portal.HomeCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** My APIs, on the home page. */
@ApplicationScoped
public class ApisCard implements HomeCard {
  private static final Logger LOG = Logger.getLogger(ApisCard.class);
  private static final int POSITION = 20;

  private final RestApis apis;

  ApisCard(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Optional<Content> contentFor(Person person) {
    if (!apis.concern(person)) {
      return Optional.empty();
    }
    return Optional.of(new Content(POSITION, ApisTemplates.card(mine(person))));
  }

  /** Empty if API Gateway does not answer: the home page has more to show than that. */
  private Optional<List<ApiAccess>> mine(Person person) {
    try {
      return Optional.of(apis.of(person));
    } catch (ApiGatewayFailure e) {
      LOG.warnf("The home page shows no APIs: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
