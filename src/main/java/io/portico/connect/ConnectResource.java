package io.portico.connect;

import io.portico.identity.Person;
import io.portico.identity.SignedIn;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServers;
import io.portico.portal.Portal;
import io.portico.tokens.AccessToken;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.Creation;
import io.portico.tokens.NewToken;
import io.portico.tokens.TokensConfig;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Access tokens: the list, the form, the secret shown once, the test and the end. */
@Path("/app/tokens")
@Authenticated
@Blocking
public class ConnectResource {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final SignedIn signedIn;
  private final Portal portal;
  private final TrackingServers servers;
  private final AccessTokens tokens;
  private final TokensConfig config;
  private final TokenRules rules;
  private final Grants grants;
  private final TokenTrail trail;
  private final TokenTest test;

  ConnectResource(
      SignedIn signedIn,
      Portal portal,
      TrackingServers servers,
      AccessTokens tokens,
      TokensConfig config,
      TokenRules rules,
      Grants grants,
      TokenTrail trail,
      TokenTest test) {
    this.signedIn = signedIn;
    this.portal = portal;
    this.servers = servers;
    this.tokens = tokens;
    this.config = config;
    this.rules = rules;
    this.grants = grants;
    this.trail = trail;
    this.test = test;
  }

  @GET
  public TemplateInstance connect(@RestQuery String server) {
    Lifetimes lifetimes = lifetimes();
    return page(TokenForm.empty(lifetimes.usual()), Map.of(), lifetimes, server);
  }

  @POST
  public Response create(@BeanParam TokenForm form) {
    Person person = signedIn.person();
    Lifetimes lifetimes = lifetimes();
    Judgement judgement = rules.judge(form, person, lifetimes);
    return judgement
        .wish()
        .map(wish -> created(form, wish, person, lifetimes))
        .orElseGet(() -> refused(form, judgement.problems(), lifetimes));
  }

  private Response created(TokenForm form, NewToken wish, Person person, Lifetimes lifetimes) {
    Creation creation = tokens.create(wish, person);
    if (creation instanceof Creation.Made made) {
      trail.created(made.token(), person);
      return Response.ok(ConnectTemplates.made(shownOnce(made, lifetimes.now()))).build();
    }
    if (creation instanceof Creation.MadeBefore before) {
      return Response.status(CONFLICT)
          .entity(ConnectTemplates.madeBefore(row(before.token(), person, lifetimes.now())))
          .build();
    }
    return refused(
        form,
        Map.of(
            "owner",
            "There are %d live tokens of this owner, and that is the most. Revoke one first."
                .formatted(AccessTokens.LIMIT)),
        lifetimes);
  }

  private MadeToken shownOnce(Creation.Made made, Instant now) {
    String secret = made.secret().text();
    return new MadeToken(
        made.token(),
        made.secret(),
        new Moment(made.token().expiresAt(), now),
        Grants.servers(made.token()).stream().map(server -> snippets(server, secret)).toList());
  }

  private Response refused(TokenForm form, Map<String, String> problems, Lifetimes lifetimes) {
    return Response.status(UNPROCESSABLE).entity(page(form, problems, lifetimes, null)).build();
  }

  @GET
  @Path("{id}/revoke")
  public TemplateInstance confirmation(@RestPath UUID id) {
    Person person = signedIn.person();
    return ConnectTemplates.revoke(row(revocable(id, person), person, Instant.now()));
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@RestPath UUID id) {
    Person person = signedIn.person();
    AccessToken token = revocable(id, person);
    if (tokens.revoke(id, person)) {
      trail.revoked(token, person);
    }
    return Response.seeOther(URI.create("/app/tokens")).build();
  }

  private AccessToken revocable(UUID id, Person person) {
    AccessToken token =
        tokens
            .find(id)
            .filter(found -> found.owner().includes(person))
            .orElseThrow(NotFoundException::new);
    if (!rules.mayRevoke(token, person)) {
      throw new ForbiddenException();
    }
    return token;
  }

  @POST
  @Path("test")
  public TemplateInstance tested(@RestForm String token) {
    return ConnectTemplates.tested(test.of(token == null ? "" : token.strip()));
  }

  private TemplateInstance page(
      TokenForm form, Map<String, String> problems, Lifetimes lifetimes, String server) {
    Person person = signedIn.person();
    List<ServerAccess> mine = servers.of(person);
    return ConnectTemplates.connect(
        new ConnectPage(
            form,
            problems,
            mine,
            rules.groups(person),
            lifetimes,
            tokens.of(person).stream().map(token -> row(token, person, lifetimes.now())).toList(),
            snippets(mine, server)));
  }

  /** For the server that was asked for, else for the first. */
  private Optional<Snippets> snippets(List<ServerAccess> mine, String server) {
    return mine.stream()
        .map(access -> access.server().id())
        .filter(id -> id.equals(server))
        .findFirst()
        .or(() -> mine.stream().map(access -> access.server().id()).findFirst())
        .map(id -> snippets(id, Snippets.PLACEHOLDER));
  }

  private Snippets snippets(String server, String token) {
    return new Snippets(portal.addressForPrograms(), server, grants.title(server), token);
  }

  private TokenRow row(AccessToken token, Person person, Instant now) {
    return new TokenRow(token, grants.of(token), now, rules.mayRevoke(token, person));
  }

  private Lifetimes lifetimes() {
    return new Lifetimes(Instant.now(), config.maxLifetime());
  }
}
