package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.hostile.Route.Door;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of one door, tried at the others; and whether doors tell what is behind them. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsIT {
  private final Tally tally = Tally.of("doors", "requests", "opened by a wrong key");
  private HostilePortal portal;
  private String session;
  private String frame;
  private String token;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    session = started.session("lead");
    frame = started.frame("lead", HostilePortal.MODELS);
    token = started.token("lead", List.of(HostilePortal.MODELS, HostilePortal.CLOSED), "manager");
  }

  static Stream<Route> routes() {
    return Route.all().stream();
  }

  private Answered send(Route route, String host, String more) throws IOException {
    tally.count(1);
    return Answered.to(
        "%s %s%s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%4$s\r\nAccept: */*\r\n%5$sContent-Type: application/json\r\nContent-Length: %6$d\r\n\r\n%7$s"
            .formatted(
                route.method(),
                route.path(),
                route.query(),
                host,
                more,
                route.body().length(),
                route.body()));
  }

  /** Lines that are no key to a door, and yet are to another. */
  private List<String> wrongKeys(Door door) {
    String bearer = "Authorization: Bearer " + token;
    String sessions = "Cookie: " + session;
    String frames = "Cookie: " + frame;
    return switch (door) {
      case PORTAL ->
          List.of(
              bearer,
              frames,
              bearer + "\r\n" + frames,
              "Cookie: q_session=" + token,
              "Authorization: Basic " + token,
              "Authorization: " + token,
              "X-Auth: " + token);
      case FRAME ->
          List.of(
              bearer,
              sessions,
              bearer + "\r\n" + sessions,
              "Cookie: portico-frame-models=" + token,
              "Cookie: portico-frame-models=" + session.substring(session.indexOf('=') + 1),
              frames.replace("portico-frame-models", "portico-frame-closed "),
              frames.replace("portico-frame-models", "Portico-Frame-Models"));
      case REST, PROGRAMS ->
          List.of(
              sessions,
              frames,
              sessions + "\r\n" + frames,
              "Authorization: Bearer " + frame.substring(frame.indexOf('=') + 1),
              "Authorization: Bearer " + session.substring(session.indexOf('=') + 1),
              "Authorization: Basic " + token,
              "Authorization: " + token,
              bearer + "\r\n" + bearer,
              "Authorization: Bearer x\r\n" + bearer,
              bearer + ", Bearer x",
              "Authorization: Bearer " + token + "x",
              "Authorization: Bearer " + token.substring(0, token.length() - 1),
              "Authorization: Bearer " + token.toUpperCase(java.util.Locale.ROOT),
              "Proxy-Authorization: Bearer " + token,
              "X-Authorization: Bearer " + token,
              "Cookie: access_token=" + token,
              "Cookie: Authorization=Bearer " + token);
    };
  }

  @ParameterizedTest
  @MethodSource("routes")
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void aKeyOpensItsDoorOnly(Route route) throws IOException {
    for (String key : wrongKeys(route.door())) {
      Answered answered = send(route, route.door().host(), key + "\r\n");
      boolean shut =
          Set.of(302, 400, 401, 403, 404, 405).contains(answered.status())
              && !answered.contains(route.mark())
              && portal.upstream().received().isEmpty();
      if (!shut) {
        tally.failed(route + " by " + key + " gave " + answered.text());
        portal.upstream().received().clear();
      }
    }
    tally.assertNothingWrong();
  }

  @ParameterizedTest
  @MethodSource("routes")
  @Holds(Promise.NO_PATH_AROUND_THE_DOOR)
  void noHostOpensAnothersDoor(Route route) throws IOException {
    String keys = "Cookie: %s; %s\r\nAuthorization: Bearer %s\r\n".formatted(session, frame, token);
    String other = route.door() == Door.FRAME ? HostilePortal.HOST : HostilePortal.MLFLOW;
    for (String host :
        List.of(
            other,
            "elsewhere.example",
            "",
            "x." + route.door().host(),
            "x@" + route.door().host(),
            route.door().host() + "@elsewhere.example",
            route.door().host() + ".elsewhere.example",
            route.door().host() + ":80",
            route.door().host() + "/x",
            route.door().host() + "\r\nHost: elsewhere.example",
            "elsewhere.example\r\nHost: " + route.door().host(),
            route.door().host() + ", elsewhere.example",
            "[::1]",
            route.door().host().replace("localhost", "localhost."),
            "portico.localhost:0",
            "elsewhere.example\r\nX-Forwarded-Host: " + route.door().host(),
            "elsewhere.example\r\nForwarded: host=" + route.door().host())) {
      Answered answered = send(route, host, keys);
      if (answered.status() == 200
          || answered.contains(route.mark())
          || !portal.upstream().received().isEmpty()) {
        tally.failed(route + " at " + host + " gave " + answered.text());
        portal.upstream().received().clear();
      }
    }
    tally.assertNothingWrong();
  }

  @ParameterizedTest
  @CsvSource({
    "/app/mlflow/closed, /app/mlflow/nothing",
    "/app/mlflow/closed/frame, /app/mlflow/nothing/frame",
    "/app/mlflow/closed/status, /app/mlflow/nothing/status",
    "/app/apis/loyaltyap1, /app/apis/nothing123",
    "/app/apis/loyaltyap1/parts, /app/apis/nothing123/parts",
    "/app/apis/loyaltyap1/publish, /app/apis/nothing123/publish",
    "/docs/loyaltyap1/prod/openapi.json, /docs/nothing123/prod/openapi.json",
    "/docs/loyaltyap1/prod, /docs/nothing123/prod"
  })
  @Holds(Promise.UNSEEN_IS_ABSENT)
  void whatOneMayNotSeeAnswersLikeNothing(String closed, String nothing) throws IOException {
    String scientist = "Cookie: " + portal.session("scientist");
    for (String key : List.of(scientist, "X-Nobody: 1")) {
      assertEquals(told(nothing, key), told(closed, key));
    }
  }

  @ParameterizedTest
  @CsvSource({"/version", "/ajax-api/2.0/mlflow/runs/get?run_id=1", "/nothing", "/graphql", "/"})
  @Holds(Promise.UNSEEN_IS_ABSENT)
  void aClosedServerAnswersLikeNone(String target) throws IOException {
    String bearer =
        "Authorization: Bearer " + portal.token("scientist", HostilePortal.MODELS, "viewer");
    assertEquals(
        told("/api/mlflow/nothing" + target, bearer), told("/api/mlflow/closed" + target, bearer));
    assertEquals(List.of(), portal.upstream().received());
  }

  /** Without what differs each time. */
  private String told(String path, String key) throws IOException {
    tally.count(1);
    Answered answered =
        Answered.to(
            "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\n%s\r\n\r\n"
                .formatted(path, HostilePortal.HOST, key));
    assertTrue(answered.status() >= 300, answered::text);
    assertFalse(answered.contains("Kept closed"), answered::text);
    return answered
        .text()
        .replaceAll("(?im)^(x-request-id|date|set-cookie|ratelimit.*?|content-length): .*$", "$1")
        .replaceAll("(state|nonce|code_challenge)=[\\w-]+", "$1")
        .replaceAll("closed|nothing123|nothing|loyaltyap1", "NAME");
  }
}
