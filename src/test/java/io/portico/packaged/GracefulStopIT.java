package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a load balancer and those behind it see of a replica that stops. */
@Tag("demo")
class GracefulStopIT {
  private static final int DOWNLOADS = 50;
  private static final long LENGTH = 32L * 1024 * 1024;

  /** Holds a download up after its first bytes, until it may go on. */
  private static final class Gate {
    private final CountDownLatch begun = new CountDownLatch(DOWNLOADS);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** One download's way through. */
    OutputStream way() {
      return new OutputStream() {
        private boolean seen;

        @Override
        public void write(int one) throws IOException {
          write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          if (!seen) {
            seen = true;
            begun.countDown();
            await(goOn);
          }
        }
      };
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Holds(Promise.STOPS_ARE_GRACEFUL)
  void readinessFallsFirstAndWhatIsUnderWayEndsWhole() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(DOWNLOADS);
    try (PackagedDemo demo =
        PackagedDemo.start("-Dquarkus.shutdown.delay=10S", "-Dquarkus.shutdown.timeout=60S")) {
      LargeArtifact artifact = new LargeArtifact(demo.frameCookie("scientist", "churn"));
      String sent = artifact.upload(LENGTH);
      Gate gate = new Gate();
      List<CompletableFuture<String>> downloads =
          IntStream.range(0, DOWNLOADS)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> download(artifact, gate), threads))
              .toList();
      await(gate.begun);
      demo.terminate();
      Eventually.equal(503, demo::readiness);
      // Load balancers have not seen it yet, and send people here.
      assertTrue(demo.session("lead").contains("="));
      gate.goOn.countDown();
      downloads.forEach(download -> assertEquals(sent, download.join()));
      demo.awaitEnd();
    } finally {
      threads.shutdownNow();
    }
  }

  private static String download(LargeArtifact artifact, Gate gate) {
    try {
      return artifact.download(gate.way());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
