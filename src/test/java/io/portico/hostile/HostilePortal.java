package io.portico.hostile;

import io.portico.packaged.PackagedDemo;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The packaged demo with a hostile tracking server behind it, and people who have keys to it. */
final class HostilePortal implements AutoCloseable {
  static final int PORT = PackagedDemo.PORT + 600;
  static final String HOST = "portico.localhost:" + PORT;
  static final String MLFLOW = "mlflow." + HOST;
  static final String SECRET = "hostile-" + "0123456789abcdef".repeat(3);

  /** The lead manages it, the publisher contributes, and the scientist looks. */
  static final String MODELS = "models";

  /** The lead's alone. */
  static final String CLOSED = "closed";

  /** Busy as soon as somebody asks. */
  static final String THROTTLED = "throttled";

  private final HostileUpstream upstream = new HostileUpstream();
  private final PackagedDemo demo;

  private int logRead;
  private final List<String> secrets = new CopyOnWriteArrayList<>();

  HostilePortal() throws IOException, InterruptedException {
    demo =
        PackagedDemo.startAt(
            PORT,
            "-Dportico.portal.secret=" + SECRET,
            "-Dportico.mlflow.proxy.limits.person=1000000000",
            "-Dportico.mlflow.proxy.limits.token=1000000000",
            "-Dportico.sandbox.quotas=false",
            // The portal says everything; the provider beside it would tell its codes.
            "-Dquarkus.log.level=DEBUG",
            "-Dquarkus.log.category.\"no.nav\".level=INFO",
            server(MODELS, "arn=" + arn(MODELS)),
            server(MODELS, "title=Kept models"),
            server(MODELS, "endpoint=" + upstream.address()),
            server(MODELS, "access.churn-leads=manager"),
            server(MODELS, "access.api-publishers=contributor"),
            server(MODELS, "access.churn-team=viewer"),
            server(CLOSED, "arn=" + arn(CLOSED)),
            server(CLOSED, "title=Kept closed"),
            server(CLOSED, "endpoint=" + upstream.address()),
            server(CLOSED, "access.churn-leads=manager"),
            server(THROTTLED, "arn=" + arn(THROTTLED)),
            server(THROTTLED, "endpoint=" + upstream.address()),
            server(THROTTLED, "access.churn-leads=manager"));
  }

  private static String server(String name, String property) {
    return "-Dportico.mlflow.servers." + name + "." + property;
  }

  static String arn(String server) {
    return "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-tracking-server/" + server;
  }

  HostileUpstream upstream() {
    return upstream;
  }

  /** Signs somebody in: the cookies, without the header's name. */
  String session(String person) throws IOException {
    return secret(demo.session(person));
  }

  /** Opens a frame, for some minutes: its cookie, without the header's name. */
  String frame(String person, String server) throws IOException {
    return secret(demo.frameCookie(person, server).substring("Cookie: ".length()));
  }

  /** Makes an access token. */
  String token(String person, String server, String level) throws IOException {
    return token(person, List.of(server), level);
  }

  /** Makes one for several servers. */
  String token(String person, List<String> servers, String level) throws IOException {
    return secret(demo.accessToken(session(person), servers, level));
  }

  private String secret(String text) {
    secrets.add(text);
    return text;
  }

  /** Everything it made for people, and must tell nobody else. */
  List<String> secrets() {
    return secrets;
  }

  List<String> logLines() throws IOException {
    return demo.said().lines().toList();
  }

  /** What it wrote since this was asked last. */
  List<String> newLogLines() throws IOException {
    List<String> lines = logLines();
    List<String> fresh = lines.subList(logRead, lines.size());
    // The last line may not be whole yet.
    logRead = Math.max(logRead, lines.size() - 1);
    return fresh;
  }

  static RawHttp.Response send(String... lines) throws IOException {
    return RawHttp.send(PORT, lines);
  }

  @Override
  public void close() {
    demo.close();
    upstream.close();
  }
}
