package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Which of MLflow's headers come back. */
public class ResponseHeadersBenchmark extends RuleBenchmark {
  @Param({"API", "ARTIFACT"})
  Content content;

  private MultiMap upstream;

  @Setup
  public void arrive() {
    upstream = Arrived.from(Arrived.BROWSER).answer();
  }

  @Benchmark
  public MultiMap copy() {
    MultiMap client = HttpHeaders.headers();
    ResponseHeaders.copy(upstream, content, client);
    return client;
  }
}
