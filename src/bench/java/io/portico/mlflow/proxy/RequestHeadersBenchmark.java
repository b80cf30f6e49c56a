package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Which of a browser's headers go up. */
public class RequestHeadersBenchmark extends RuleBenchmark {
  private MultiMap client;

  @Setup
  public void arrive() {
    client = Arrived.from(Arrived.BROWSER).request().headers();
  }

  @Benchmark
  public List<Map.Entry<String, String>> of() {
    return RequestHeaders.of(client, Content.API);
  }
}
