package io.portico.connect;

import io.portico.identity.Person;
import io.portico.identity.SignedIn;
import io.portico.tokens.AccessToken;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.Creation;
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
import java.util.Map;
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
  private static final String TOO_MANY =
      "There are %d live tokens of this owner, and that is the most. Revoke one first."
          .formatted(AccessTokens.LIMIT);

  private final SignedIn signedIn;
  private final AccessTokens tokens;
  private final TokensConfig config;
  private final TokenRules rules;
  private final ConnectPages pages;
  private final TokenTrail trail;
  private final TokenTest test;

  ConnectResource(
      SignedIn signedIn,
      AccessTokens tokens,
      TokensConfig config,
      TokenRules rules,
      ConnectPages pages,
      TokenTrail trail,
      TokenTest test) {
    this.signedIn = signedIn;
    this.tokens = tokens;
    this.config = config;
    this.rules = rules;
    this.pages = pages;
    this.trail = trail;
    this.test = test;
  }

  @GET
  public TemplateInstance connect(@RestQuery String server) {
    return ConnectTemplates.connect(
        pages.connect(FilledForm.empty(lifetimes()), signedIn.person(), server));
  }

  @POST
  public Response create(@BeanParam TokenForm form) {
    Person person = signedIn.person();
    Lifetimes lifetimes = lifetimes();
    TokenJudgement judgement = rules.judge(form, person, lifetimes);
    if (judgement.wish().isEmpty()) {
      return refused(new FilledForm(form, judgement.problems(), lifetimes), person);
    }
    Creation creation = tokens.create(judgement.wish().get(), person);
    if (creation instanceof Creation.Made made) {
      trail.created(made.token(), person);
      return Response.ok(ConnectTemplates.made(pages.made(made, lifetimes.now()))).build();
    }
    if (creation instanceof Creation.MadeBefore before) {
      TokenRow row = pages.row(before.token(), person, lifetimes.now());
      return Response.status(CONFLICT).entity(ConnectTemplates.madeBefore(row)).build();
    }
    return refused(new FilledForm(form, Map.of("owner", TOO_MANY), lifetimes), person);
  }

  private Response refused(FilledForm filled, Person person) {
    return Response.status(UNPROCESSABLE)
        .entity(ConnectTemplates.connect(pages.connect(filled, person, null)))
        .build();
  }

  @GET
  @Path("{id}/revoke")
  public TemplateInstance confirmation(@RestPath UUID id) {
    Person person = signedIn.person();
    return ConnectTemplates.revoke(pages.row(revocable(id, person), person, Instant.now()));
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

  private Lifetimes lifetimes() {
    return new Lifetimes(Instant.now(), config.maxLifetime());
  }
}
