package io.portico.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The one thread that empties the outbox, again and again, and once more at the stop. */
@ApplicationScoped
class OutboxThread {
  private static final Logger LOG = Logger.getLogger(OutboxThread.class);
  private static final int BEFORE_THE_DATABASE_STOPS = 1;
  private static final long PAUSE_MILLIS = 500;
  private static final long LAST_FLUSH_SECONDS = 5;

  private final Outbox outbox;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "audit"));

  OutboxThread(Outbox outbox) {
    this.outbox = outbox;
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(this::flush, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes @Priority(BEFORE_THE_DATABASE_STOPS) ShutdownEvent stop)
      throws InterruptedException {
    try {
      thread.submit(this::flush).get(LAST_FLUSH_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.errorf("The last flush of the audit trail did not end: %s", e);
    }
    thread.shutdownNow();
    outbox.abandon();
  }

  /** An exception would end all later runs. */
  private void flush() {
    try {
      outbox.flush();
    } catch (RuntimeException e) {
      LOG.error("The audit trail could not be written", e);
    }
  }
}
