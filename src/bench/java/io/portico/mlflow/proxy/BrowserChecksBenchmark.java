package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Whether a browser's GET comes from MLflow's own pages. */
public class BrowserChecksBenchmark extends RuleBenchmark {
  @Param({"API", "ARTIFACT"})
  Content content;

  private BrowserChecks checks;
  private HttpServerRequest request;
  private Endpoint endpoint;

  @Setup
  public void arrive() {
    checks = new FrameVisit().checks();
    request = Arrived.from(Arrived.BROWSER).request();
    endpoint = new Endpoint(Access.READ, content);
  }

  @Benchmark
  public Optional<Refusal> refusal() {
    return checks.refusal(request, endpoint);
  }
}
