package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The security headers of the MLflow origin. */
public class FramePolicyBenchmark extends RuleBenchmark {
  @Param({"API", "STATIC"})
  Content content;

  private FramePolicy policy;

  @Setup
  public void configure() {
    policy = new FrameVisit().policy();
  }

  @Benchmark
  public MultiMap addTo() {
    MultiMap headers = HttpHeaders.headers();
    policy.addTo(headers, FrameVisit.SERVER.id(), content);
    return headers;
  }
}
