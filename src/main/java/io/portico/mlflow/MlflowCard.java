package io.portico.mlflow;

import io.portico.identity.Person;
import io.portico.portal.HomeCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** My tracking servers, on the home page. */
@ApplicationScoped
public class MlflowCard implements HomeCard {
  private static final int POSITION = 10;

  private final TrackingServers servers;

  MlflowCard(TrackingServers servers) {
    this.servers = servers;
  }

  @Override
  public Optional<Content> contentFor(Person person) {
    List<ServerAccess> mine = servers.of(person);
    return mine.isEmpty()
        ? Optional.empty()
        : Optional.of(new Content(POSITION, MlflowTemplates.card(mine)));
  }
}
