package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.mlflow.TrackingServers;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.TestIssuer;
import io.portico.testsupport.Visitor;
import io.portico.tokens.BearerTokens;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens of the provider are looked at, and where not. */
@QuarkusTest
class JwtLaneTest {
  @Inject TestIssuer issuer;
  @Inject BearerTokens tokens;
  @Inject TrackingServers servers;

  /** Asks as a lane for programs does: on the event loop, before authentication and all else. */
  @ApplicationScoped
  static class Door {
    private static final int BEFORE_ALL_LANES = 10_000;

    @Inject AccessJwts jwts;

    void register(@Observes Filters filters) {
      filters.register(this::handle, BEFORE_ALL_LANES);
    }

    private void handle(RoutingContext context) {
      if (!context.request().path().equals("/test-of-jwts")) {
        context.next();
        return;
      }
      Context loop = context.vertx().getOrCreateContext();
      boolean asALane =
          Context.isOnEventLoopThread() && !Arc.container().requestContext().isActive();
      jwts.callerOf(context.request().getHeader("Authorization").substring("Bearer ".length()))
          .whenComplete(
              (caller, failure) ->
                  loop.runOnContext(
                      now ->
                          context
                              .response()
                              .setStatusCode(failure == null && asALane ? 200 : 401)
                              .end(failure == null ? caller.subject() : failure.getMessage())));
    }
  }

  private static RawHttp.Response get(String path, String token, String cookie) throws IOException {
    return RawHttp.send(
        8081,
        "GET " + path + " HTTP/1.1",
        "Host: " + Visitor.PORTAL.substring("http://".length()),
        "Accept: text/html",
        "Authorization: Bearer " + token,
        "Cookie: " + cookie);
  }

  @Test
  void aLaneOnTheEventLoopLearnsWhoCalls() throws Exception {
    RawHttp.Response known = get("/test-of-jwts", issuer.token(issuer.claims()), "none=1");
    assertEquals(200, known.status());
    assertEquals("nightly-training", known.text());
    String expired = issuer.token(issuer.claims().put("exp", 1));
    RawHttp.Response refused = get("/test-of-jwts", expired, "none=1");
    assertEquals(401, refused.status());
    assertEquals("The token has expired.", refused.text());
  }

  @ParameterizedTest
  @CsvSource({
    "openid echo-reading, VIEWER",
    "echo-reading portico/echo.write, CONTRIBUTOR",
    "openid echo, none"
  })
  void aScopeOpensTheServersThatNameIt(String scopes, String level) throws Exception {
    String token = issuer.token(issuer.claims().put("scope", scopes));
    Caller caller = tokens.callerOf(token).toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertEquals(
        level, servers.of(caller, "echo").map(access -> access.level().name()).orElse("none"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app",
        "/app/mlflow",
        "/app/mlflow/api",
        "/app/api",
        "/api/app",
        "/app/api/mlflow"
      })
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void noPageOpensToATokenForPrograms(String path) throws Exception {
    String token =
        issuer.token(issuer.claims().put("groups", "churn-leads").put("name", "Nightly training"));
    for (String cookie : new String[] {"none=1", "q_session_api=x", "q_auth_api_x=y"}) {
      RawHttp.Response page = get(path, token, cookie);
      boolean isPage = page.status() == 302 || page.status() == 401 || page.status() == 404;
      assertTrue(isPage, path + " answered " + page.status());
      assertTrue(page.header("WWW-Authenticate").filter("Bearer"::equals).isEmpty(), path);
    }
  }
}
