package io.portico.connect;

import io.portico.apidocs.DocumentationRole;
import io.portico.identity.Person;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Moment;
import io.portico.portal.Portal;
import io.portico.tokens.AccessToken;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.Creation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts together what the pages about programs show. */
@ApplicationScoped
class ConnectPages {
  private final Portal portal;
  private final TrackingServers servers;
  private final AccessTokens tokens;
  private final TokenRules rules;
  private final Grants grants;

  ConnectPages(
      Portal portal,
      TrackingServers servers,
      AccessTokens tokens,
      TokenRules rules,
      Grants grants) {
    this.portal = portal;
    this.servers = servers;
    this.tokens = tokens;
    this.rules = rules;
    this.grants = grants;
  }

  /**
   * Everything on one page.
   *
   * @param server whose snippets to show; the first one's if the person has none of that id
   */
  ConnectPage connect(FilledForm filled, Person person, String server) {
    List<ServerAccess> mine = servers.of(person);
    Instant now = filled.lifetimes().now();
    return new ConnectPage(
        filled,
        mine,
        rules.groups(person),
        tokens.of(person).stream().map(token -> row(token, person, now)).toList(),
        chosen(mine, server).map(id -> snippets(id, Snippets.PLACEHOLDER)),
        agents(Snippets.PLACEHOLDER),
        rules.holds(person, DocumentationRole.VIEWER),
        rules.holds(person, DocumentationRole.EDITOR));
  }

  private static Optional<String> chosen(List<ServerAccess> mine, String server) {
    List<String> ids = mine.stream().map(access -> access.server().id()).toList();
    return ids.contains(server) ? Optional.of(server) : ids.stream().findFirst();
  }

  MadeToken made(Creation.Made made, Instant now) {
    return new MadeToken(
        made.token(),
        made.secret(),
        new Moment(made.token().expiresAt(), now),
        Grants.servers(made.token()).stream()
            .map(server -> snippets(server, made.secret().text()))
            .toList(),
        agents(made.secret().text()));
  }

  TokenRow row(AccessToken token, Person person, Instant now) {
    return new TokenRow(token, grants.of(token), now, rules.mayRevoke(token, person));
  }

  private AgentSnippets agents(String token) {
    return new AgentSnippets(portal.addressForPrograms(), token);
  }

  private Snippets snippets(String server, String token) {
    return new Snippets(portal.addressForPrograms(), server, grants.title(server), token);
  }
}
