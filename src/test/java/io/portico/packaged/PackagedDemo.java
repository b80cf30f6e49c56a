package io.portico.packaged;

import io.portico.testsupport.RawHttp;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jar of {@code ./mvnw package -Pdemo}, started as its users start it, on ports of its own. */
public final class PackagedDemo implements AutoCloseable {
  public static final int PORT = 8380;
  private static final int BESIDE = 100;
  private static final int MANAGEMENT = 1_000;
  public static final int MANAGEMENT_PORT = PORT + MANAGEMENT;
  public static final int AWS_PORT = PORT + 10;
  public static final int IDENTITY_PORT = PORT + 12;
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
  private static final Duration PATIENCE_WITH_READINESS = Duration.ofSeconds(5);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private PackagedDemo(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the jar and waits until it is ready. */
  public static PackagedDemo start(String... options) throws IOException, InterruptedException {
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

  /**
   * Starts it once more, on other ports.
   *
   * @param number 1 for the first beside it
   */
  public static PackagedDemo startBeside(int number, String... options)
      throws IOException, InterruptedException {
    return start(List.of(), PORT + number * BESIDE, options);
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

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** The status that a load balancer sees; 0 while nothing listens. */
  public int readiness() {
    HttpRequest ready =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port + MANAGEMENT)))
            .timeout(PATIENCE_WITH_READINESS)
            .build();
    try {
      return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to stop, as container platforms do: SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** Returns when it has stopped by itself. */
  public void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It does not stop");
    }
  }

  static String log() throws IOException {
    return Files.readString(LOG);
  }

  /** How many files below a directory it holds open, those without a name included. */
  public long openFiles(Path directory) {
    try (Stream<Path> open = Files.list(Path.of("/proc/%d/fd".formatted(process.pid())))) {
      return open.filter(file -> leadsTo(file, directory)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean leadsTo(Path file, Path directory) {
    try {
      return Files.readSymbolicLink(file).startsWith(directory);
    } catch (IOException closed) {
      return false;
    }
  }

  /** Resident memory in MiB, as Linux tells it. */
  public long residentMiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly().waitFor();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /** What people and programs do at its port. */
  public Entrance entrance() {
    return new Entrance(port);
  }

  /** Signs in over HTTP: the cookies of the session. */
  public String session(String person) throws IOException {
    return entrance().session(person);
  }

  /** Makes an access token with the portal's form. */
  public String accessToken(String session, String server, String level) throws IOException {
    return entrance().accessToken(session, List.of(server), level);
  }

  /** Makes one that is good for several servers. */
  public String accessToken(String session, List<String> servers, String level) throws IOException {
    return entrance().accessToken(session, servers, level);
  }

  /** Sends a form as it stands on a page. */
  RawHttp.Response submit(String session, String page, String action, String fields)
      throws IOException {
    return entrance().submit(session, page, action, fields);
  }

  /** A page of the portal. */
  public String page(String session, String path) throws IOException {
    return entrance().page(session, path).text();
  }

  /** Signs in over HTTP and opens a frame: the header line of its session. */
  public String frameCookie(String person, String server) throws IOException {
    return entrance().frameCookie(person, server);
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
