package io.portico.sandbox;

import io.portico.sandbox.endpoint.TemporaryDirectory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A real MLflow, run by the command {@code mlflow server}, the same for every server. */
final class MlflowProcess implements MlflowSource {

  private static final Logger LOG = Logger.getLogger(MlflowProcess.class);
  private static final long STOP_SECONDS = 10;

  private final Process process;
  private final URI uri;
  private final TemporaryDirectory data;

  private MlflowProcess(Process process, URI uri, TemporaryDirectory data) {
    this.process = process;
    this.uri = uri;
    this.data = data;
  }

  /**
   * Runs the command and waits until MLflow answers.
   *
   * @param searchPath directories to look for the command in, as in the variable PATH
   * @param patience how long to wait
   * @return empty, and nothing is left running, when there is no command or MLflow did not come up
   */
  static Optional<MlflowSource> start(String searchPath, Duration patience) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, "mlflow"))
        .filter(Files::isExecutable)
        .findFirst()
        .flatMap(command -> run(command, patience));
  }

  private static Optional<MlflowSource> run(Path command, Duration patience) {
    LOG.infof("Starting %s server; this may take up to %d s", command, patience.toSeconds());
    MlflowProcess mlflow = launch(command);
    if (new HealthProbe(mlflow.uri).succeedsWithin(patience, mlflow.process::isAlive)) {
      return Optional.of(mlflow);
    }
    LOG.warnf(
        "%s server did not come up; demo data is taken instead. Its last words:%n%s",
        command, mlflow.data.lastLines("mlflow.log", 20));
    mlflow.close();
    return Optional.empty();
  }

  private static MlflowProcess launch(Path command) {
    TemporaryDirectory data = TemporaryDirectory.create("portico-sandbox-mlflow-");
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(arguments(command, port, data.path()))
              .directory(data.path().toFile())
              .redirectErrorStream(true)
              .redirectOutput(data.path().resolve("mlflow.log").toFile())
              .start();
      return new MlflowProcess(process, URI.create("http://127.0.0.1:" + port), data);
    } catch (IOException e) {
      data.close();
      throw new UncheckedIOException("Cannot run " + command, e);
    }
  }

  private static List<String> arguments(Path command, int port, Path data) {
    return List.of(
        command.toString(),
        "server",
        "--host=127.0.0.1",
        "--port=" + port,
        "--workers=1",
        "--backend-store-uri=sqlite:///" + data.resolve("mlflow.db"),
        "--artifacts-destination=" + data.resolve("artifacts"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public URI uri(String server) {
    return uri;
  }

  @Override
  public String description() {
    return "mlflow server at " + uri;
  }

  @Override
  public void close() {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroy);
    for (ProcessHandle member : family) {
      member.onExit().completeOnTimeout(member, STOP_SECONDS, TimeUnit.SECONDS).join();
      member.destroyForcibly();
    }
    data.close();
  }
}
