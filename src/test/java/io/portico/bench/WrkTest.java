package io.portico.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrkTest {
  /** As wrk 4.1.0 prints it. */
  private static final String OUTPUT =
      """
      Running 4s test @ http://127.0.0.1:8470/api/2.0/mlflow/runs/get
        1 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     2.15ms    1.07ms   8.93ms   50.50%
          Req/Sec    27.21k     2.63k   32.58k    60.00%
        Latency Distribution
           50%    1.93ms
           75%    2.40ms
           90%    3.01ms
           99%    1.02s
        108482 requests in 4.02s, 237.12MB read
      Requests/sec:  27000.56
      Transfer/sec:     59.02MB
      """;

  @Test
  void itsOutputIsRead() {
    assertEquals(new Wrk.Result(27_000.56, 1_930, 1_020_000, 108_482), Wrk.Result.of(OUTPUT));
  }

  @ParameterizedTest
  @CsvSource({"29.00us, 29", "1.81ms, 1810", "1.20s, 1200000"})
  void durationsAreMicroseconds(String duration, double microseconds) {
    assertEquals(microseconds, Wrk.microseconds(duration), 1e-6);
  }

  @Test
  void anythingElseIsNoDuration() {
    assertThrows(IllegalArgumentException.class, () -> Wrk.microseconds("50.50%"));
  }
}
