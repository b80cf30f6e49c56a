package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.buffer.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The hash of a body, taken chunk by chunk as it arrives. */
public class PayloadHashBenchmark extends RuleBenchmark {
  private static final int CHUNK = 64 * 1024;

  @Param({"1024", "262144"})
  int bytes;

  private Buffer chunk;

  @Setup
  public void arrive() {
    chunk = Buffer.buffer(new byte[Math.min(bytes, CHUNK)]);
  }

  @Benchmark
  public String hex() {
    PayloadHash hash = new PayloadHash();
    for (int hashed = 0; hashed < bytes; hashed += chunk.length()) {
      hash.update(chunk);
    }
    return hash.hex();
  }
}
