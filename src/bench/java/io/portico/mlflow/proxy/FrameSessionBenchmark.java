package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The grant that a browser's cookie brings, beside the cookies of two other servers. */
public class FrameSessionBenchmark extends RuleBenchmark {
  private FrameSession session;
  private HttpServerRequest request;

  @Setup
  public void arrive() {
    FrameVisit visit = new FrameVisit();
    session = visit.session();
    request = Arrived.from(visit.headers()).request();
  }

  @Benchmark
  public Optional<FrameGrant> of() {
    return session.of(request, FrameVisit.SERVER.id());
  }
}
