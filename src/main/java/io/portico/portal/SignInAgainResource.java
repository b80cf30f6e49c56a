package io.portico.portal;

import io.portico.identity.FreshSignIn;
import io.portico.identity.FreshSignInRequest;
import io.portico.identity.IdentityProvider;
import io.portico.identity.SignedIn;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import org.jboss.logging.Logger;

/** The way to a fresh sign-in: out by one address, back by another. */
@Path("/")
@Authenticated
@Blocking
public class SignInAgainResource {
  private static final Logger LOG = Logger.getLogger(SignInAgainResource.class);

  /** Fetch Metadata: a link of ours, or an address that somebody typed. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final FreshSignIn freshSignIn;
  private final SignedIn signedIn;
  private final IdentityProvider identityProvider;
  private final Portal portal;
  private final ErrorPages errors;
  private final DeniedAccess denied;

  SignInAgainResource(
      FreshSignIn freshSignIn,
      SignedIn signedIn,
      IdentityProvider identityProvider,
      Portal portal,
      ErrorPages errors,
      DeniedAccess denied) {
    this.freshSignIn = freshSignIn;
    this.signedIn = signedIn;
    this.identityProvider = identityProvider;
    this.portal = portal;
    this.errors = errors;
    this.denied = denied;
  }

  /**
   * Drops a stale session, for Quarkus looks at what comes back from the identity provider only
   * where there is none. A link and no form: the policy of pages would have to know every host that
   * a sign-in leads through.
   */
  @GET
  @Path(SignInAgain.PATH)
  public Response leave(@QueryParam("to") String to, @Context RoutingContext context) {
    String path = LocalPath.orHome(to).value();
    HttpServerRequest request = context.request();
    if (freshSignIn.isFresh() || !isOwn(request)) {
      return goTo(path);
    }
    if (SignInChallenge.isFramed(request)) {
      return Response.ok(PortalTemplates.signIn(SignInPage.again(path)).render())
          .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .build();
    }
    identityProvider.dropSession();
    return goTo(new SignInAgain(path).returnPath());
  }

  /**
   * Does not lead to another try by itself: a provider that never asks would make that a circle.
   */
  @GET
  @Path(FreshSignInRequest.PATH)
  public Response comeBack(@QueryParam("to") String to, @Context RoutingContext context) {
    String path = LocalPath.orHome(to).value();
    if (freshSignIn.isFresh()) {
      return goTo(path);
    }
    LOG.warnf(
        "A fresh sign-in was asked for with prompt=login and max_age, and the ID token has %s",
        signedIn.signedInAt().map(at -> "an auth_time of " + at).orElse("no auth_time"));
    denied.record(context);
    return errors.response(
        context,
        ErrorPage.notAskedAnew(signedIn.signedInAt(), Instant.now(), new SignInAgain(path)));
  }

  private Response goTo(String path) {
    return Response.seeOther(portal.origin().resolve(path)).build();
  }

  private static boolean isOwn(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null || OWN.contains(site);
  }
}
