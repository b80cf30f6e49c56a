package io.portico.bench;

import io.portico.mlflow.proxy.FrameSessions;
import io.portico.packaged.PackagedDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A fresh packaged demo with tracking servers s1, s2 and so on, all behind one fixed upstream. */
final class GrowthPortal implements AutoCloseable {
  private static final String SECRET = "growth-is-measured-on-machines-of-developers-only";
  private static final URI BASE = URI.create("http://127.0.0.1:" + PackagedDemo.PORT);
  private static final String HOST = "portico.localhost:" + PackagedDemo.PORT;
  private static final String MLFLOW = "mlflow." + HOST;

  private final FixedUpstream upstream = new FixedUpstream();
  private final FrameSessions frames = new FrameSessions(SECRET);
  private final List<String> servers;
  private final PackagedDemo demo;

  GrowthPortal(int count) throws IOException, InterruptedException {
    servers = IntStream.rangeClosed(1, count).mapToObj(number -> "s" + number).toList();
    demo = PackagedDemo.startBy(Processors.ofPortal(), options());
  }

  private String[] options() {
    List<String> options = new ArrayList<>();
    options.add("-Dportico.portal.secret=" + SECRET);
    options.add("-Dportico.mlflow.proxy.limits.person=1000000000");
    options.add("-Dportico.mlflow.proxy.limits.token=1000000000");
    for (String server : servers) {
      String name = "-Dportico.mlflow.servers." + server + ".";
      options.add(
          name + "arn=arn:aws:sagemaker:eu-west-1:123456789012:mlflow-tracking-server/" + server);
      options.add(name + "role-arn=arn:aws:iam::123456789012:role/portico-churn");
      options.add(name + "access.churn-team=contributor");
      options.add(name + "endpoint=" + upstream.address());
    }
    return options.toArray(String[]::new);
  }

  List<String> servers() {
    return servers;
  }

  /** People's way in; each request says whose it is. */
  Contender frame() {
    return new Contender("frame", BASE, MLFLOW, () -> List.of("Origin: http://" + MLFLOW));
  }

  /** A frame in which one person does everything. */
  Contender frameOf(String person) {
    Turns.Turn turn = inFrame(person, "s1");
    return new Contender(
        "frame of one",
        URI.create(BASE + "/mlflow/s1"),
        MLFLOW,
        () -> List.of("Origin: http://" + MLFLOW, turn.header()));
  }

  /** The way in of programs; each request says whose it is. */
  Contender programs() {
    return new Contender("programs", BASE, HOST, List::of);
  }

  /** The portal's pages, as somebody who signed in sees them. */
  Contender pagesOf(String person) throws IOException {
    String session = demo.session(person);
    return new Contender(
        "pages", BASE, HOST, () -> List.of("Cookie: " + session, "Accept: text/html"));
  }

  Turns.Turn inFrame(String person, String server) {
    return new Turns.Turn("/mlflow/" + server + Call.SMALL.target(), frames.cookie(person, server));
  }

  String programPath(String server) {
    return "/api/mlflow/" + server + Call.SMALL.target();
  }

  String tokenOfAll() {
    try {
      return demo.accessToken(demo.session("scientist"), servers, "contributor");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    demo.close();
    upstream.close();
  }
}
