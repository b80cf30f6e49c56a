package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** An endpoint found: a literal one, one of a pattern, none. */
public class EndpointTableBenchmark extends RuleBenchmark {
  /** How the table knows a path, if it does. */
  public enum Entry {
    LITERAL("/ajax-api/2.0/mlflow/runs/get"),
    PATTERN("/api/2.0/mlflow-artifacts/artifacts/1/model/MLmodel"),
    NONE("/ajax-api/2.0/mlflow/nothing/here");

    private final String path;

    Entry(String path) {
      this.path = path;
    }
  }

  @Param Entry entry;

  private final EndpointTable endpoints = EndpointTable.load();

  private RequestTarget target;

  @Setup
  public void read() {
    target = RequestTarget.parse(entry.path).target().orElseThrow();
  }

  @Benchmark
  public Optional<Endpoint> find() {
    return endpoints.find("GET", target);
  }
}
