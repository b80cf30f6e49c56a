package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.QuotaTurns;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.RestApis;
import io.portico.database.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Where publications run, whether anybody looks or not: this replica's, and those of replicas that
 * died. One that waits for its turn takes no thread.
 */
@ApplicationScoped
class PublicationThreads {
  private static final Logger LOG = Logger.getLogger(PublicationThreads.class);
  private static final int BEFORE_THE_DATABASE_STOPS = 1;
  private static final int THREADS = 4;

  /** A replica that says nothing for longer is taken for dead. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final long BEAT_SECONDS = 5;
  private static final long STOP_SECONDS = 40;
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration PLAN_KEPT = Duration.ofDays(1);

  private final UUID worker = UUID.randomUUID();
  private final PublicationTable plans;
  private final RunningPublications table;
  private final Snapshots snapshots;
  private final QuotaTurns turns;
  private final RestApis apis;
  private final Drafts drafts;
  private final ApiGatewayDocumentation gateway;
  private final ApiGatewayVersions versions;
  private final Set<UUID> jobs = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(
          THREADS,
          task -> new Thread(task, "publication"),
          // After the stop another replica goes on.
          new ThreadPoolExecutor.DiscardPolicy());

  PublicationThreads(
      PublicationTable plans,
      RunningPublications table,
      Snapshots snapshots,
      QuotaTurns turns,
      RestApis apis,
      Drafts drafts,
      ApiGatewayDocumentation gateway,
      ApiGatewayVersions versions) {
    this.plans = plans;
    this.table = table;
    this.snapshots = snapshots;
    this.turns = turns;
    this.apis = apis;
    this.drafts = drafts;
    this.gateway = gateway;
    this.versions = versions;
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void start(@Observes StartupEvent start) {
    threads.scheduleWithFixedDelay(this::look, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    threads.scheduleWithFixedDelay(this::deletePlans, 1, 1, TimeUnit.HOURS);
  }

  /** What is under way comes to a pause; other replicas go on from there at once. */
  void stop(@Observes @Priority(BEFORE_THE_DATABASE_STOPS) ShutdownEvent stop)
      throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.error("A publication did not pause before the stop");
    }
    try {
      table.release(worker);
    } catch (RuntimeException e) {
      LOG.warnf("The other replicas go on with publications later: %s", e.getMessage());
    }
  }

  /** Puts it into the queue, unless that was done before. */
  void begin(Publication confirmed) {
    if (table.start(confirmed, worker)) {
      run(confirmed.id());
    }
  }

  private void run(UUID id) {
    if (jobs.add(id)) {
      threads.execute(() -> advance(id, Optional.empty()));
    }
  }

  private void advance(UUID id, Optional<PublicationJob> begun) {
    Lease lease = new Lease(table, id, worker);
    try {
      Optional<PublicationJob> job = begun.or(() -> job(lease));
      Optional<Duration> pause = job.flatMap(PublicationJob::advance);
      pause.ifPresentOrElse(wait -> later(id, job, wait), () -> jobs.remove(id));
    } catch (DatabaseUnavailable | ApiGatewayFailure away) {
      later(id, begun, AWAY);
    } catch (LeaseLost others) {
      jobs.remove(id);
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "The publication %s failed", id);
      abandon(lease);
    }
  }

  private void later(UUID id, Optional<PublicationJob> job, Duration pause) {
    threads.schedule(() -> advance(id, job), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Optional<PublicationJob> job(Lease lease) {
    Optional<RestApi> api = apis.find(lease.publication().api());
    if (api.isEmpty()) {
      lease.fail("There is no such API any more.");
    }
    return api.map(
        found ->
            new PublicationJob(
                lease, PublishedApi.of(found, drafts, gateway, versions), turns, snapshots));
  }

  /** If this cannot be told either, it is silent soon, and begun again. */
  private void abandon(Lease lease) {
    jobs.remove(lease.id());
    try {
      lease.fail("Something went wrong on our side.");
    } catch (RuntimeException e) {
      LOG.errorf(e, "That the publication %s has failed could not be told", lease.id());
    }
  }

  private void look() {
    try {
      table.beat(jobs, worker);
      table.adopt(worker, SILENCE).forEach(this::run);
    } catch (DatabaseUnavailable away) {
      LOG.debug("The database is away; trying again soon", away);
    } catch (RuntimeException e) {
      LOG.error("Publications cannot be looked after", e);
    }
  }

  private void deletePlans() {
    try {
      plans.deletePlans(Instant.now().minus(PLAN_KEPT));
    } catch (RuntimeException e) {
      LOG.warnf("Old plans stay a while longer: %s", e.getMessage());
    }
  }
}
