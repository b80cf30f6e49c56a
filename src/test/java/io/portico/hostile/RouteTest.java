package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.hostile.Route.Door;
import io.portico.testsupport.Routes;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite knows every page and document of the portal: a new one is missed here, not by it. */
class RouteTest {
  /** Closed to all until somebody has made one: features test their doors. */
  private static final Set<String> MADE_FIRST =
      Set.of(
          "/app/apis/{api}/imports/{id}",
          "/app/apis/{api}/imports/{id}/backup",
          "/app/apis/{api}/imports/{id}/progress",
          "/app/apis/{api}/proposals/{id}",
          "/app/apis/{api}/publications/{id}",
          "/app/apis/{api}/publications/{id}/events",
          "/app/apis/{api}/publications/{id}/progress",
          "/app/tokens/{id}/revoke",
          "/docs/{address:.+}");

  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "/api/openapi.json",
          "/docs/problems",
          "/docs/problems/index.html",
          "/docs/problems/index.md",
          "/docs/problems/{problem}",
          "/docs/problems/{problem}/index.html",
          "/docs/problems/{problem}/index.md");

  /** Nothing stands there: they lead to a page, whose own door is tried. */
  private static final Set<String> LEADING_ON =
      Set.of("/app/sign-in", "/app/sign-in-again", "/app/signed-in", "/app/signed-in-again");

  /** All who signed in have this page, and what stands on it is their own. */
  private static final Set<String> ONES_OWN = Set.of("/app/activity/lately");

  private static Set<String> exceptions() {
    Set<String> exceptions = new TreeSet<>();
    Stream.of(MADE_FIRST, FOR_EVERYBODY, LEADING_ON, ONES_OWN).forEach(exceptions::addAll);
    return exceptions;
  }

  private static Set<String> pages() {
    return Routes.below("/app", "/api", "/docs");
  }

  @Test
  void everyPageThatIsNotForEverybodyIsTried() {
    Set<String> untried = pages();
    untried.removeAll(exceptions());
    Route.all().stream()
        .filter(route -> route.door() == Door.PORTAL && route.method().equals("GET"))
        .forEach(route -> untried.remove(Routes.of(route.path())));
    assertEquals(Set.of(), untried);
  }

  @Test
  void exceptionsAreOfPagesThatThereAre() {
    Set<String> gone = new HashSet<>(exceptions());
    gone.removeAll(pages());
    assertEquals(Set.of(), gone);
  }
}
