package io.portico.packaged;

import io.portico.testsupport.RawHttp;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The jar of {@code ./mvnw package -Pdemo}, started as its users start it, on ports of its own. */
public final class PackagedDemo implements AutoCloseable {
  public static final int PORT = 8380;
  private static final int BESIDE = 100;
  private static final int MANAGEMENT = 1_000;
  public static final int MANAGEMENT_PORT = PORT + MANAGEMENT;
  static final int IDENTITY_PORT = PORT + 12;
  public static final int DATABASE_PORT = PORT + 13;
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Path LOG = log(PORT);
  private static final String JAVA =
      Path.of(
              System.getProperty("portico.packaged.java-home", System.getProperty("java.home")),
              "bin",
              "java")
          .toString();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final int port;

  private PackagedDemo(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the jar and waits until it is ready. */
  static PackagedDemo start(String... options) throws IOException, InterruptedException {
    return start(List.of(), PORT, options);
  }

  /**
   * Starts it by another program, which pins it to a processor, say.
   *
   * @param before the words before {@code java}
   */
  public static PackagedDemo startBy(List<String> before, String... options)
      throws IOException, InterruptedException {
    return start(before, PORT, options);
  }

  /** Starts it once more, on other ports. */
  static PackagedDemo startBeside(String... options) throws IOException, InterruptedException {
    return start(List.of(), PORT + BESIDE, options);
  }

  /** Starts it on other ports, which no other test uses. */
  public static PackagedDemo startAt(int port, String... options)
      throws IOException, InterruptedException {
    return start(List.of(), port, options);
  }

  /** What it has written so far. */
  public String said() throws IOException {
    return Files.readString(log(port));
  }

  private static Path log(int port) {
    return Path.of("target/packaged-demo-%d.log".formatted(port));
  }

  private static PackagedDemo start(List<String> before, int port, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(JAVA);
    command.addAll(List.of(options));
    command.add("-Dquarkus.http.port=" + port);
    command.add("-Dquarkus.management.port=" + (port + MANAGEMENT));
    command.add("-Dportico.sandbox.port=" + (port + 10));
    command.add("-Dportico.sandbox.identity-port=" + (port + 12));
    command.add("-Dportico.sandbox.database-port=" + (port + 13));
    command.add("-Dportico.sandbox.mlflow-command=false");
    command.addAll(List.of("-jar", JAR.toString()));
    PackagedDemo demo =
        new PackagedDemo(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(log(port).toString()))
                .start(),
            port);
    demo.awaitReady();
    return demo;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (readiness() == 200) {
        return;
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new IllegalStateException("Not ready:\n" + Files.readString(log(port)));
  }

  /** The status that a load balancer sees; 0 while nothing listens. */
  int readiness() {
    HttpRequest ready =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port + MANAGEMENT)))
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(ready, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to stop, as container platforms do: SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Returns when it has stopped by itself. */
  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It does not stop");
    }
  }

  static String log() throws IOException {
    return Files.readString(LOG);
  }

  /** Resident memory in MiB, as Linux tells it. */
  long residentMiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Signs in over HTTP: the cookies of the session. */
  public String session(String person) throws IOException {
    RawHttp.Response challenge = get("/app", "X-Nobody: 1");
    String state = cookies(challenge);
    String code = chooseAtProvider(challenge.header("Location").orElseThrow(), person);
    return cookies(get(code.substring(portal().length()), "Cookie: " + state));
  }

  private String portal() {
    return "http://" + host();
  }

  private String host() {
    return "portico.localhost:" + port;
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Makes an access token with the portal's form. */
  public String accessToken(String session, String server, String level) throws IOException {
    return accessToken(session, List.of(server), level);
  }

  /** Makes one that is good for several servers. */
  public String accessToken(String session, List<String> servers, String level) throws IOException {
    RawHttp.Response page = get("/app/tokens", "Cookie: " + session);
    String grants =
        servers.stream()
            .map(server -> "&server=%s&level=%s%%2F%s".formatted(server, server, level))
            .collect(Collectors.joining());
    String form = "name=packaged&lifetime=1%s&nonce=%s".formatted(grants, field(page, "nonce"));
    return find(
        Pattern.compile("portico_[0-9a-f]{72}"), submit(session, page, "/app/tokens", form).text());
  }

  /** Sends a form as it stands on a page. */
  RawHttp.Response submit(String session, String page, String action, String fields)
      throws IOException {
    return submit(session, get(page, "Cookie: " + session), action, fields);
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
              "Origin: " + portal(),
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
  String page(String session, String path) throws IOException {
    return get(path, "Cookie: " + session).text();
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

  /** Signs in over HTTP and opens a frame: the header line of its session. */
  public String frameCookie(String person, String server) throws IOException {
    RawHttp.Response ticket = get("/app/mlflow/" + server + "/frame", "Cookie: " + session(person));
    URI enter = URI.create(ticket.header("Location").orElseThrow());
    RawHttp.Response frame =
        RawHttp.send(
            port,
            "GET " + enter.getRawPath() + "?" + enter.getRawQuery() + " HTTP/1.1",
            "Host: " + enter.getAuthority());
    return "Cookie: " + cookies(frame);
  }

  private RawHttp.Response get(String path, String header) throws IOException {
    return RawHttp.send(
        port, "GET " + path + " HTTP/1.1", "Host: " + host(), "Accept: text/html", header);
  }

  private static String chooseAtProvider(String authorize, String person) throws IOException {
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

  private static String cookies(RawHttp.Response response) {
    return String.join(
        "; ",
        response.headers().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
            .map(header -> header.getValue().split(";")[0])
            .filter(cookie -> !cookie.endsWith("="))
            .toList());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
