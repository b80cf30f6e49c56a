package io.portico.aws;

import io.portico.bench.RuleBenchmark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A text encoded for a path or a query. */
public class UriEncodingBenchmark extends RuleBenchmark {
  @Param({"0123456789abcdef0123456789abcdef", "model card/café+1.png"})
  String text;

  @Benchmark
  public String encode() {
    return UriEncoding.encode(text);
  }
}
