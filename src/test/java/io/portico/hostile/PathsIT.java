package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.hostile.Route.Door;
import io.portico.hostile.Route.Who;
import io.portico.hostile.Spelling.Reading;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every spelling of every path that is not for everybody. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathsIT {
  private static final Set<Integer> CLOSED_DOORS =
      Set.of(Answered.CUT, 302, 400, 401, 403, 404, 405, 406, 415, 421);

  private final Tally tally = Tally.of("paths", "requests", "bypasses");
  private HostilePortal portal;
  private Keys keys;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    keys = new Keys(started);
  }

  static Stream<Route> routes() {
    return Route.all().stream();
  }

  private Answered send(Route route, Who who, String path) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(route.method() + " " + path + route.query() + " HTTP/1.1");
    lines.add("Host: " + route.door().host());
    lines.addAll(keys.of(who, route.door()));
    lines.add("Accept: text/html, application/json, text/event-stream, */*");
    if (route.method().equals("POST")) {
      lines.add("Origin: http://" + route.door().host());
      lines.add("Content-Type: application/json");
      lines.add("Content-Length: " + route.body().length());
    }
    portal.upstream().received().clear();
    tally.count(1);
    return Answered.to(String.join("\r\n", lines) + "\r\n\r\n" + route.body());
  }

  /** Without it, the others would be told nothing because there is nothing to tell. */
  @ParameterizedTest
  @MethodSource("routes")
  void whoeverMaySeesIt(Route route) throws IOException {
    for (Who who : route.open()) {
      if (keys.fit(who, route.door())) {
        Answered answered = send(route, who, route.path());
        assertTrue(answered.contains(route.mark()), () -> who + ": " + answered.text());
        return;
      }
    }
    assertTrue(route.path().startsWith("/q/"), "nobody may");
  }

  @ParameterizedTest
  @MethodSource("routes")
  @Holds({Promise.NO_PATH_AROUND_THE_DOOR, Promise.AMBIGUOUS_PATHS_ARE_REFUSED})
  void noSpellingOpensIt(Route route) throws IOException {
    List<String> bypasses = new ArrayList<>();
    for (Who who : whoIsSent(route)) {
      check(route, who, Reading.SAME, route.path(), bypasses);
      for (Spelling spelling : Spelling.all()) {
        for (String path : spelling.of(route.path())) {
          check(route, who, spelling.reading(), path, bypasses);
        }
      }
    }
    bypasses.forEach(tally::failed);
    assertEquals(List.of(), bypasses);
  }

  /** The editor has keys to pages alone, and is nobody at the other doors. */
  private static List<Who> whoIsSent(Route route) {
    return route.door() == Door.PORTAL
        ? List.of(Who.NOBODY, Who.SCIENTIST, Who.EDITOR)
        : List.of(Who.NOBODY, Who.SCIENTIST);
  }

  private void check(Route route, Who who, Reading reading, String path, List<String> bypasses)
      throws IOException {
    Answered answered = send(route, who, path);
    boolean may = route.open().contains(who) && keys.fit(who, route.door());
    boolean right =
        switch (isOfJavaClient(route, path) ? Reading.SAME : reading) {
          case AMBIGUOUS -> isRefused(answered, route, path);
          case OTHER -> isShut(answered, route) || isOwnPage(answered, route, may, who);
          case SAME ->
              may
                  ? isOpen(answered, route)
                  : isShut(answered, route) || isOwnPage(answered, route, may, who);
        };
    if (!right) {
      bypasses.add(who + " " + path + ": " + answered.status());
    }
  }

  /** MLflow's Java client repeats the slash behind the server's name, which programs may. */
  private static boolean isOfJavaClient(Route route, String path) {
    return route.door() == Door.REST && path.matches("/api/mlflow/[a-z]+//[a-z0-9/.-]+");
  }

  /** A page that everybody who signed in has, each with what they may see. */
  private static boolean isOwnPage(Answered answered, Route route, boolean may, Who who) {
    boolean page = !route.door().isPassthrough() && who != Who.NOBODY;
    return page && (may || answered.status() == 200 && !answered.contains(route.mark()));
  }

  /** Names of versions may hold encoded slashes, so below /docs/ some of it is another name. */
  private boolean isRefused(Answered answered, Route route, String path) {
    // What is no path at all is no page of anybody's: 404.
    boolean named = path.startsWith("/docs/") || !path.startsWith("/") && answered.status() == 404;
    return isShut(answered, route)
        && (named || Set.of(400, Answered.CUT).contains(answered.status()));
  }

  private boolean isShut(Answered answered, Route route) {
    return CLOSED_DOORS.contains(answered.status())
        && !answered.contains(route.mark())
        && portal.upstream().received().isEmpty();
  }

  /** Not every spelling need be known, but what goes upstream goes once and comes back. */
  private boolean isOpen(Answered answered, Route route) {
    int sent = portal.upstream().received().size();
    return !route.door().isPassthrough()
        || isShut(answered, route)
        || answered.contains(route.mark()) && sent == 1;
  }
}
