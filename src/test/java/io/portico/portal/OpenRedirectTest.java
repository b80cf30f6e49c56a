package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.BrowserUrl;
import io.portico.testsupport.OpenRedirects;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The open redirects that we know, at each place of the running portal that redirects. */
@QuarkusTest
class OpenRedirectTest {
  private static final int PORT = 8081;
  private static final String HOST = "Host: portico.localhost:8081";
  private static final String MLFLOW = "http://mlflow.portico.localhost:8081";
  private static final URI PAGE = URI.create(Visitor.PORTAL + "/app/sign-in");
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");

  private static String cookies() {
    return Visitor.signedInAs("scientist").cookies().entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; ", "Cookie: ", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static RawHttp.Response get(RawHttp connection, String target, String... headers)
      throws IOException {
    connection.write(
        "GET "
            + target
            + " HTTP/1.1\r\n"
            + HOST
            + "\r\nAccept: text/html\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n");
    return connection.read();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/sign-in", "/app/sign-in-again", "/app/signed-in-again"})
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void whoIsSignedInLandsOnThePortal(String place) throws IOException {
    String cookies = cookies();
    try (RawHttp connection = new RawHttp(PORT)) {
      for (String to : OpenRedirects.all()) {
        RawHttp.Response answer = get(connection, place + "?to=" + encoded(to), cookies);
        assertEquals(303, answer.status(), to);
        assertEquals(Optional.of(Visitor.PORTAL + "/app"), answer.header("Location"), to);
      }
    }
  }

  @Test
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void whoIsNotIsSentToTheIdentityProviderAndBackHere() throws IOException {
    String provider = origin(new Visitor().get("/app").header("Location"));
    try (RawHttp connection = new RawHttp(PORT)) {
      for (String to : OpenRedirects.some()) {
        URI authorize =
            URI.create(
                get(connection, "/app/sign-in?to=" + encoded(to)).header("Location").orElseThrow());
        assertEquals(provider, origin(authorize.toString()), to);
        assertEquals(
            Visitor.PORTAL + "/app/signed-in", Visitor.query(authorize).get("redirect_uri"), to);
      }
    }
  }

  @Test
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void aFrameLinksToThePortalAlone() throws IOException {
    String[] framed = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"};
    try (RawHttp connection = new RawHttp(PORT)) {
      for (String to : OpenRedirects.some()) {
        RawHttp.Response page =
            get(connection, "/app/mlflow/" + encoded(to) + "?to=" + encoded(to), framed);
        // 400 where the path has two readings.
        assertTrue(Set.of(400, 401).contains(page.status()), to);
        links(page.text()).forEach(link -> assertEquals(Visitor.PORTAL, origin(link), to));
      }
    }
  }

  private static Stream<String> links(String page) {
    return LINK.matcher(page).results().map(link -> link.group(1).replace("&amp;", "&"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api/mlflow/", "/docs/"})
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void noTargetIsAnsweredByAWayOut(String prefix) throws IOException {
    Set<String> ours = Set.of(Visitor.PORTAL, origin(new Visitor().get("/app").header("Location")));
    for (String to : OpenRedirects.some()) {
      String target = prefix + to;
      if (target.matches("/[!-~]*")) {
        RawHttp.Response answer =
            RawHttp.send(
                PORT,
                "GET " + target + " HTTP/1.1",
                HOST,
                "Accept: text/html",
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document");
        answer.header("Location").ifPresent(at -> assertTrue(ours.contains(origin(at)), target));
      }
    }
  }

  /** The MLflow origin leads on to itself and to the portal, by names that the address brings. */
  @Test
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void noNameOfAServerIsAWayOut() throws IOException {
    Set<String> ours = Set.of(Visitor.PORTAL, MLFLOW);
    for (String to : OpenRedirects.some()) {
      for (String end : List.of("", "/")) {
        String target = "/mlflow/" + encoded(to).replace("+", "%20") + end;
        RawHttp.Response answer =
            RawHttp.send(
                PORT,
                "GET " + target + " HTTP/1.1",
                "Host: mlflow.portico.localhost:8081",
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document");
        Optional<URI> location = answer.header("Location").map(URI::create);
        location
            .map(URI.create(MLFLOW)::resolve)
            .ifPresent(at -> assertTrue(ours.contains(origin(at.toString())), target));
        location.ifPresent(at -> assertTrue(at.getPath().contains("/mlflow/" + to), target));
      }
    }
  }

  private static String origin(String address) {
    return BrowserUrl.read(address, PAGE).orElseThrow().origin();
  }
}
