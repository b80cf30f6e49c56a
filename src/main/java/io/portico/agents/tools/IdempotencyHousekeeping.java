package io.portico.agents.tools;

import io.portico.database.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets answers that nobody asks for again. */
@ApplicationScoped
class IdempotencyHousekeeping {
  private static final Logger LOG = Logger.getLogger(IdempotencyHousekeeping.class);

  private final IdempotentAnswers answers;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "idempotency-housekeeping"));

  IdempotencyHousekeeping(IdempotentAnswers answers) {
    this.answers = answers;
  }

  void start(@Observes StartupEvent start) {
    thread.scheduleWithFixedDelay(this::deleteOld, 1, 1, TimeUnit.HOURS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  /** A failure must not end the repetition. */
  private void deleteOld() {
    try {
      answers.deleteOld();
    } catch (DatabaseUnavailable away) {
      LOG.debug("The database is away; trying again later", away);
    } catch (RuntimeException e) {
      LOG.error("Old answers cannot be deleted", e);
    }
  }
}
