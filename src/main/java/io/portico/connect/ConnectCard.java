package io.portico.connect;

import io.portico.apidocs.DocumentationRole;
import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Person;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.HomeCard;
import io.portico.tokens.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** How many programs may get in, on the home page. */
@ApplicationScoped
public class ConnectCard implements HomeCard {
  private static final int POSITION = 30;

  private final TrackingServers servers;
  private final TokenRules rules;
  private final AccessTokens tokens;

  ConnectCard(TrackingServers servers, TokenRules rules, AccessTokens tokens) {
    this.servers = servers;
    this.rules = rules;
    this.tokens = tokens;
  }

  @Override
  public Optional<Content> contentFor(Person person) {
    return servers.of(person).isEmpty() && !rules.holds(person, DocumentationRole.VIEWER)
        ? Optional.empty()
        : Optional.of(new Content(POSITION, ConnectTemplates.card(live(person))));
  }

  /** Empty while the database is away: the rest of the home page needs none. */
  private Optional<Long> live(Person person) {
    try {
      Instant now = Instant.now();
      return Optional.of(tokens.of(person).stream().filter(token -> token.isLiveAt(now)).count());
    } catch (DatabaseUnavailable away) {
      return Optional.empty();
    }
  }
}
