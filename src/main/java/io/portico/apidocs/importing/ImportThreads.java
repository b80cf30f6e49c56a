package io.portico.apidocs.importing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Where imports run, whether anybody looks or not. One that waits for its turn takes no thread. */
@ApplicationScoped
class ImportThreads {
  /** A replica that says nothing for longer is taken for dead. */
  static final Duration SILENCE = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(ImportThreads.class);
  private static final int BEFORE_THE_DATABASE_STOPS = 1;
  private static final int THREADS = 4;
  private static final long BEAT_SECONDS = 5;
  private static final long STOP_SECONDS = 40;

  private final RunningImports table;
  private final Set<ImportJob> jobs = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(THREADS, task -> new Thread(task, "documentation-import"));

  ImportThreads(RunningImports table) {
    this.table = table;
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void start(@Observes StartupEvent start) {
    threads.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** What is being sent is waited for; what waits for its turn is given up. */
  void stop(@Observes @Priority(BEFORE_THE_DATABASE_STOPS) ShutdownEvent stop)
      throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.error("An import did not end before the stop");
    }
    jobs.forEach(job -> abandon(job, "The portal was stopped."));
  }

  void run(ImportJob job) {
    jobs.add(job);
    threads.execute(() -> advance(job));
  }

  private void advance(ImportJob job) {
    try {
      Optional<Duration> pause = job.advance();
      if (pause.isPresent()) {
        threads.schedule(() -> advance(job), pause.get().toMillis(), TimeUnit.MILLISECONDS);
      } else {
        jobs.remove(job);
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "The import %s failed", job.id());
      abandon(job, "Something went wrong on our side.");
    }
  }

  private void abandon(ImportJob job, String why) {
    jobs.remove(job);
    try {
      job.abandon(why);
    } catch (RuntimeException e) {
      LOG.errorf(e, "That the import %s has ended could not be told", job.id());
    }
  }

  private void beat() {
    try {
      if (!jobs.isEmpty()) {
        table.beat(jobs.stream().map(ImportJob::id).collect(Collectors.toSet()));
      }
    } catch (RuntimeException e) {
      LOG.warnf("Running imports could not say that they are: %s", e.getMessage());
    }
  }
}
