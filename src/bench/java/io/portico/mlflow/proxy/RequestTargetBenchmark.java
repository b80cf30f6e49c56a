package io.portico.mlflow.proxy;

import org.openjdk.jmh.annotations.Benchmark;

/** A request target read, and written as it is signed and sent. */
public class RequestTargetBenchmark {
  private static final String RAW =
      "/mlflow/churn/ajax-api/2.0/mlflow/runs/get?run_id=0123456789abcdef0123456789abcdef";

  @Benchmark
  public RequestTarget.Parsed parse() {
    return RequestTarget.parse(RAW);
  }
}
