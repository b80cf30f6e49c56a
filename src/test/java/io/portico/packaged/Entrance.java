package io.portico.packaged;

import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people and programs do at a portal's port: sign in, read pages, send forms, open frames.
 *
 * @param port of the portal's own addresses, its own or that of a load balancer
 */
public record Entrance(int port) {
  private static final Pattern TOKEN = Pattern.compile("portico_[0-9a-f]{72}");

  private String host() {
    return "portico.localhost:" + port;
  }

  /** Signs in over HTTP: the cookies of the session. */
  public String session(String person) throws IOException {
    RawHttp.Response challenge = get("/app", "X-Nobody: 1");
    String state = cookies(challenge);
    String code = chooseAtProvider(challenge.header("Location").orElseThrow(), person);
    return cookies(get(code.substring(("http://" + host()).length()), "Cookie: " + state));
  }

  /** Makes an access token with the portal's form. */
  public String accessToken(String session, List<String> servers, String level) throws IOException {
    RawHttp.Response page = page(session, "/app/tokens");
    String grants =
        servers.stream()
            .map(server -> "&server=%s&level=%s%%2F%s".formatted(server, server, level))
            .collect(Collectors.joining());
    String form = "name=packaged&lifetime=1%s&nonce=%s".formatted(grants, field(page, "nonce"));
    return find(TOKEN, submit(session, page, "/app/tokens", form).text());
  }

  /** Sends a form as it stands on a page. */
  public RawHttp.Response submit(String session, String page, String action, String fields)
      throws IOException {
    return submit(session, page(session, page), action, fields);
  }

  private RawHttp.Response submit(
      String session, RawHttp.Response page, String action, String fields) throws IOException {
    String form = fields + "&csrf-token=" + field(page, "csrf-token");
    try (RawHttp connection = new RawHttp(port)) {
      connection.write(
          String.join(
              "\r\n",
              "POST " + action + " HTTP/1.1",
              "Host: " + host(),
              "Origin: http://" + host(),
              "Accept: text/html",
              "Content-Type: application/x-www-form-urlencoded",
              "Cookie: " + session + "; " + cookies(page),
              "Content-Length: " + form.length(),
              "",
              form));
      return connection.read();
    }
  }

  /** A page of the portal. */
  public RawHttp.Response page(String session, String path) throws IOException {
    return get(path, "Cookie: " + session);
  }

  /** Signs in over HTTP and opens a frame: the header line of its session. */
  public String frameCookie(String person, String server) throws IOException {
    return frameCookieOf(session(person), server);
  }

  /** Opens a frame with a session: the header line of the frame's own. */
  public String frameCookieOf(String session, String server) throws IOException {
    RawHttp.Response ticket = page(session, "/app/mlflow/" + server + "/frame");
    URI enter = URI.create(ticket.header("Location").orElseThrow());
    RawHttp.Response frame =
        RawHttp.send(
            port,
            "GET " + enter.getRawPath() + "?" + enter.getRawQuery() + " HTTP/1.1",
            "Host: " + enter.getAuthority());
    return "Cookie: " + cookies(frame);
  }

  /** What a browser gets. */
  public RawHttp.Response get(String path, String header) throws IOException {
    return RawHttp.send(
        port, "GET " + path + " HTTP/1.1", "Host: " + host(), "Accept: text/html", header);
  }

  /** Signs in at the identity provider: where it sends the person back to. */
  public static String chooseAtProvider(String authorize, String person) throws IOException {
    try {
      HttpRequest choice =
          HttpRequest.newBuilder(URI.create(authorize))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("username=" + person))
              .build();
      return HttpClient.newHttpClient()
          .send(choice, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .headers()
          .firstValue("Location")
          .orElseThrow();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String field(RawHttp.Response page, String name) {
    return find(Pattern.compile("(?<=name=\"" + name + "\" value=\")[^\"]+"), page.text());
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError(pattern + " is not in " + text);
    }
    return found.group();
  }

  /** What a response sets, as a request sends it back. */
  public static String cookies(RawHttp.Response response) {
    return String.join(
        "; ",
        response.headers().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
            .map(header -> header.getValue().split(";")[0])
            .filter(cookie -> !cookie.endsWith("="))
            .toList());
  }
}
