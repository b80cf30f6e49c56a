package io.portico.portal;

import io.portico.identity.IdentityProvider;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sign-in and sign-out, where they need an address of their own. */
@Path("/")
public class SignInResource {
  private final IdentityProvider identityProvider;
  private final SecurityIdentity identity;
  private final Portal portal;
  private final ErrorPages errors;

  SignInResource(
      IdentityProvider identityProvider,
      SecurityIdentity identity,
      Portal portal,
      ErrorPages errors) {
    this.errors = errors;
    this.identityProvider = identityProvider;
    this.identity = identity;
    this.portal = portal;
  }

  /** Authentication stands before it: whoever arrives here is signed in. */
  @GET
  @Path("app/sign-in")
  @Authenticated
  public Response signIn(@QueryParam("to") String to) {
    return Response.seeOther(portal.origin().resolve(LocalPath.orHome(to).value())).build();
  }

  /** Where the identity provider sends people back; they are led on to the page they asked for. */
  @GET
  @Path("app/signed-in")
  @Authenticated
  public Response signedIn() {
    return Response.seeOther(portal.origin().resolve("/app")).build();
  }

  /** Where a refusal of the identity provider leads; its own words are not repeated. */
  @GET
  @Path("sign-in-failed")
  @PermitAll
  public Response signInFailed(@Context RoutingContext context) {
    return errors.response(context, ErrorPage.signInFailed());
  }

  @POST
  @Path("app/sign-out")
  @PermitAll
  public Response signOut() {
    URI after = portal.origin().resolve("/signed-out");
    return Response.seeOther(isSignedIn() ? identityProvider.signOut(after) : after).build();
  }

  private boolean isSignedIn() {
    try {
      return !identity.isAnonymous();
    } catch (AuthenticationFailedException ended) {
      return false;
    }
  }

  @GET
  @Path("signed-out")
  @PermitAll
  public TemplateInstance signedOut() {
    return PortalTemplates.signedOut();
  }
}
