package io.portico.hostile.trouble;

import io.portico.mlflow.proxy.FrameSessions;
import io.portico.packaged.PackagedDemo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A packaged demo with two more tracking servers, one of them behind a line that may misbehave. */
final class TroubledPortal implements AutoCloseable {
  static final String TROUBLED = "troubled";
  static final String SOUND = "sound";
  private static final String SECRET = "of-a-portal-that-is-in-trouble-and-of-no-other";

  private final FrameSessions frames = new FrameSessions(SECRET);
  private final FileServer files = new FileServer();
  private final FaultProxy line = new FaultProxy(files.port());
  private final PackagedDemo demo;

  TroubledPortal(String... options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Dportico.portal.secret=" + SECRET);
    // The machine is busy with the clients of the tests, too.
    all.add("-Dportico.mlflow.proxy.connect-timeout=20S");
    all.addAll(server(TROUBLED, line.port()));
    all.addAll(server(SOUND, files.port()));
    demo = PackagedDemo.start(all.toArray(String[]::new));
  }

  private static List<String> server(String id, int port) {
    String name = "-Dportico.mlflow.servers." + id + ".";
    return List.of(
        name + "arn=arn:aws:sagemaker:eu-west-1:123456789012:mlflow-tracking-server/" + id,
        name + "role-arn=arn:aws:iam::123456789012:role/portico-churn",
        name + "access.churn-team=contributor",
        name + "endpoint=http://127.0.0.1:" + port);
  }

  /** The line to the troubled server. */
  FaultProxy line() {
    return line;
  }

  FileServer files() {
    return files;
  }

  PackagedDemo demo() {
    return demo;
  }

  /** The frame of somebody who never signed in. */
  Frame frame(String person, String server) {
    return new Frame(server, frames.cookie(person, server));
  }

  @Override
  public void close() {
    line.recover();
    demo.close();
    line.close();
    files.close();
  }
}
