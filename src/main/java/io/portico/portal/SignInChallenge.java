package io.portico.portal;

import io.portico.audit.Reference;
import io.portico.identity.ProviderPresence;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What somebody without a session is answered: a redirect where it helps, else a page or a 401. */
public class SignInChallenge {
  private static final Logger LOG = Logger.getLogger(SignInChallenge.class);

  private final ErrorPages errors;
  private final ProviderPresence provider;

  SignInChallenge(ErrorPages errors, ProviderPresence provider) {
    this.errors = errors;
    this.provider = provider;
  }

  @ServerExceptionMapper
  Uni<Response> noSession(UnauthorizedException cause, RoutingContext context) {
    return answer(context);
  }

  @ServerExceptionMapper
  Uni<Response> endedSession(AuthenticationFailedException cause, RoutingContext context) {
    return answer(context);
  }

  private Uni<Response> answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isNavigation(request)) {
      ErrorPage page =
          ProgramPaths.areRead(request.path())
              ? ErrorPage.of(Problem.UNAUTHENTICATED)
              : ErrorPage.sessionEnded();
      return Uni.createFrom().item(errors.response(context, page));
    }
    boolean framed = isFramed(request);
    if (framed || keepsFragment(request.path())) {
      String to = LocalPath.orHome(request.uri()).value();
      return Uni.createFrom()
          .item(
              Response.status(Response.Status.UNAUTHORIZED)
                  .type("text/html;charset=UTF-8")
                  .entity(PortalTemplates.signIn(SignInPage.first(to, framed)).render())
                  .build());
    }
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    // A challenge drops the session, which the provider may renew when it is back.
    return provider
        .confirm()
        .chain(() -> authenticator.getChallenge(context))
        .map(SignInChallenge::redirect)
        .onFailure()
        .recoverWithItem(failure -> providerAway(context, failure));
  }

  private Response providerAway(RoutingContext context, Throwable failure) {
    String reference = Reference.of(context);
    LOG.errorf(failure, "Nobody can be sent to the sign-in, reference %s", reference);
    return errors.response(context, ErrorPage.signInAway(reference));
  }

  private static Response redirect(ChallengeData challenge) {
    return Response.status(challenge.status)
        .header(challenge.headerName.toString(), challenge.headerContent)
        .build();
  }

  /**
   * Browsers say so (Fetch Metadata); for others a page is what GET asks for, but where programs
   * read, which cannot sign in.
   */
  private static boolean isNavigation(HttpServerRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    boolean visits = mode == null ? !ProgramPaths.areRead(request.path()) : mode.equals("navigate");
    return visits && request.getHeader("HX-Request") == null;
  }

  static boolean isFramed(HttpServerRequest request) {
    String destination = request.getHeader("Sec-Fetch-Dest");
    return "iframe".equals(destination) || "frame".equals(destination);
  }

  /** The MLflow pages hold their route behind {@code #}, which a redirect would lose. */
  private static boolean keepsFragment(String path) {
    return path.startsWith("/app/mlflow/");
  }
}
