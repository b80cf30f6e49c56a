package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A request target read, and written as it is signed and sent. */
public class RequestTargetBenchmark extends RuleBenchmark {
  /** Without escapes, as nearly all are, and with some in path and query. */
  public enum Form {
    PLAIN("/mlflow/churn/ajax-api/2.0/mlflow/runs/get?run_id=0123456789abcdef0123456789abcdef"),
    ESCAPED("/mlflow/churn/api/2.0/mlflow-artifacts/artifacts/1/caf%C3%A9%2B1?path=model%20card");

    private final String raw;

    Form(String raw) {
      this.raw = raw;
    }
  }

  @Param Form form;

  private String raw;
  private RequestTarget target;

  @Setup
  public void read() {
    raw = form.raw;
    target = RequestTarget.parse(raw).target().orElseThrow();
  }

  @Benchmark
  public RequestTarget.Parsed parse() {
    return RequestTarget.parse(raw);
  }

  @Benchmark
  public RequestTarget below() {
    return target.below(2);
  }

  @Benchmark
  public String path() {
    return target.path();
  }

  @Benchmark
  public String query() {
    return target.query();
  }
}
