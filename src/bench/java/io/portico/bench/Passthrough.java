package io.portico.bench;

import io.portico.packaged.PackagedDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the passthrough beside the bare upstream and beside other proxies: {@code [rounds=5]
 * [seconds=4] [warmup=60] [name=url…]}. See docs/how-to/benchmark.md.
 */
public final class Passthrough {
  private static final String PORTAL = "http://127.0.0.1:" + PackagedDemo.PORT;

  private static final String MLFLOW = "mlflow.portico.localhost:" + PackagedDemo.PORT;

  private Passthrough() {}

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    try (FixedUpstream upstream = new FixedUpstream();
        PackagedDemo demo = PackagedDemo.startBy(Processors.ofPortal(), demoOptions(upstream))) {
      List<Contender> contenders = new ArrayList<>();
      contenders.add(Contender.at("direct", upstream.address()));
      int warmUp = options.number("warmup", 60);
      contenders.add(frame(demo, warmUp));
      contenders.add(program(demo, warmUp));
      contenders.addAll(options.contenders());
      System.out.println(new Rounds(options, contenders).run().table());
    }
  }

  private static String[] demoOptions(FixedUpstream upstream) {
    return new String[] {
      "-Dportico.mlflow.servers.churn.endpoint=" + upstream.address(),
      "-Dportico.mlflow.proxy.limits.person=1000000000",
      "-Dportico.mlflow.proxy.limits.token=1000000000"
    };
  }

  /** People's way in; a frame's session ends after minutes, so each measurement has a new one. */
  private static Contender frame(PackagedDemo demo, int warmUp) {
    return new Contender(
        "Portico, frame",
        URI.create(PORTAL + "/mlflow/churn"),
        MLFLOW,
        warmUp,
        () -> List.of(cookie(demo), "Origin: http://" + MLFLOW));
  }

  private static String cookie(PackagedDemo demo) {
    try {
      return demo.frameCookie("scientist", "churn");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Contender program(PackagedDemo demo, int warmUp) throws IOException {
    String token = demo.accessToken(demo.session("scientist"), "churn", "contributor");
    return new Contender(
        "Portico, token",
        URI.create(PORTAL + "/api/mlflow/churn"),
        "portico.localhost:" + PackagedDemo.PORT,
        warmUp,
        () -> List.of("Authorization: Bearer " + token));
  }
}
