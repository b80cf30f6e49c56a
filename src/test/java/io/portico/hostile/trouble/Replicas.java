package io.portico.hostile.trouble;

import io.portico.packaged.Entrance;
import io.portico.packaged.PackagedDemo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Replicas behind a load balancer that takes turns among those that say they are ready. One more
 * demo, to which nobody goes, brings the AWS, the identity provider and the PostgreSQL of all.
 */
final class Replicas implements AutoCloseable {
  private static final int PORT = PackagedDemo.PORT + 50;
  private static final int NOBODY = 9;
  private static final long BETWEEN_LOOKS_MS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final PackagedDemo neighbours = PackagedDemo.start("-Xmx256m");
  private final List<PackagedDemo> replicas = new CopyOnWriteArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();
  private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
  private final FaultProxy balancer = new FaultProxy(PORT, this::next);
  private volatile List<Integer> ready = List.of();

  Replicas(int count) throws IOException, InterruptedException {
    for (int number = 1; number <= count; number++) {
      replicas.add(start(number));
    }
    looks.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
    awaitReady(count);
  }

  private static PackagedDemo start(int number) throws IOException, InterruptedException {
    return PackagedDemo.startBeside(
        number,
        "-Xmx256m",
        // It starts twice as fast, and they all start on one machine.
        "-XX:TieredStopAtLevel=1",
        "-Dportico.portal.origin=http://portico.localhost:" + PORT,
        "-Dportico.mlflow.origin=http://mlflow.portico.localhost:" + PORT,
        "-Dportico.aws.endpoint=http://127.0.0.1:" + PackagedDemo.AWS_PORT,
        "-Dquarkus.oidc.auth-server-url=http://localhost:%d/portico"
            .formatted(PackagedDemo.IDENTITY_PORT),
        "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:%d/postgres"
            .formatted(PackagedDemo.DATABASE_PORT),
        "-Dquarkus.shutdown.delay=3S",
        "-Dquarkus.shutdown.timeout=30S");
  }

  private void look() {
    List<Integer> found = new ArrayList<>();
    for (PackagedDemo replica : replicas) {
      if (replica.readiness() == 200) {
        found.add(replica.port());
      }
    }
    ready = List.copyOf(found);
  }

  private int next() {
    List<Integer> now = ready;
    return now.isEmpty() ? NOBODY : now.get(Math.floorMod(turns.getAndIncrement(), now.size()));
  }

  private void awaitReady(int count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (ready.size() != count) {
      if (System.nanoTime() > end) {
        throw new AssertionError("%d replicas are ready, not %d".formatted(ready.size(), count));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
    }
  }

  /** What people and programs do at the balancer's port. */
  Entrance entrance() {
    return new Entrance(PORT);
  }

  Frame frame(String server, String cookie) {
    return new Frame(PORT, "mlflow.portico.localhost:" + PORT, server, cookie);
  }

  /** Ends one as a power cut would; returns when the balancer has noticed. */
  void kill(int index) throws InterruptedException {
    replicas.get(index).kill();
    awaitReady(replicas.size() - 1);
  }

  /** Stops each and starts it again, one after the other, as a new release comes. */
  void restartAll() throws IOException, InterruptedException {
    for (int i = 0; i < replicas.size(); i++) {
      replicas.get(i).terminate();
      replicas.get(i).awaitEnd();
      replicas.set(i, start(i + 1));
      awaitReady(replicas.size());
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
    balancer.close();
    replicas.forEach(PackagedDemo::close);
    neighbours.close();
  }
}
