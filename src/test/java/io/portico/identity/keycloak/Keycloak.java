package io.portico.identity.keycloak;

import io.portico.packaged.PackagedDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Keycloak itself, with the realm that deploy/compose imports. */
final class Keycloak implements AutoCloseable {
  private static final int PORT = PackagedDemo.PORT + 14;
  static final String ADDRESS = "http://127.0.0.1:" + PORT;
  static final String ISSUER = ADDRESS + "/realms/portico";

  private static final Path REALM = Path.of("deploy/compose/realm.json");
  private static final Path LOG = Path.of("target/keycloak.log");

  /** Its first start builds what later ones run. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path home;
  private Process process;

  private Keycloak(Path home) {
    this.home = home;
  }

  /** The one that the profile unpacks, without anything that an earlier run left. */
  static Keycloak installed() throws IOException {
    Path home = unpacked();
    Path data = home.resolve("data");
    if (Files.exists(data)) {
      try (Stream<Path> left = Files.walk(data)) {
        left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(Keycloak::delete);
      }
    }
    Path toImport = Files.createDirectories(data.resolve("import"));
    Files.copy(REALM, toImport.resolve("portico-realm.json"));
    Files.deleteIfExists(LOG);
    return new Keycloak(home);
  }

  private static Path unpacked() throws IOException {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(Path.of("target/keycloak"), "keycloak-*")) {
      return found.iterator().next();
    }
  }

  private static void delete(java.io.File file) {
    if (!file.delete()) {
      throw new UncheckedIOException(new IOException("Cannot delete " + file));
    }
  }

  /** Starts it and waits until people can sign in. */
  void start() throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--http-host=127.0.0.1",
                    "--http-port=" + PORT))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    command
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx400m",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                "admin",
                "PORTICO_ORIGIN",
                "http://portico.localhost:" + PackagedDemo.PORT,
                "PORTICO_BACK_CHANNEL",
                "http://localhost:" + PackagedDemo.PORT));
    process = command.start();
    awaitDiscovery();
  }

  private void awaitDiscovery() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (answers()) {
        return;
      }
      process.waitFor(500, TimeUnit.MILLISECONDS);
    }
    close();
    throw new IllegalStateException("Not ready:\n" + Files.readString(LOG));
  }

  private static boolean answers() throws InterruptedException {
    HttpRequest discovery =
        HttpRequest.newBuilder(URI.create(ISSUER + "/.well-known/openid-configuration")).build();
    try {
      return HttpClient.newHttpClient().send(discovery, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException away) {
      return false;
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
