package io.portico.agents;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.portico.apidocs.ApiGatewayFailure;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.RestApis;
import io.portico.apidocs.StageShown;
import io.portico.database.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * When documents are made: after each publication of the portal's, and every few minutes, on one
 * replica at a time, for what others publish and deploy.
 */
@ApplicationScoped
class EditionSchedule {
  private static final Logger LOG = Logger.getLogger(EditionSchedule.class);

  /** Of one look: a replica asks whether it is its turn this often. */
  private static final int CHANCES = 10;

  private static final Duration ANOTHER_TRY = Duration.ofSeconds(10);

  private final Duration every;
  private final Duration after;
  private final RestApis apis;
  private final PublicApis publicApis;
  private final EditionMaking making;
  private final Editions editions;
  private final EditionTurn turn;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /**
   * People at their pages come first: AWS allows 10 calls a second to all of an account's tools.
   */
  private final BlockingBucket pace =
      Bucket.builder()
          .addLimit(limit -> limit.capacity(2).refillGreedy(2, Duration.ofSeconds(1)))
          .build()
          .asBlocking();

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> new Thread(task, "documents"),
          // After the stop the next look makes them.
          new ThreadPoolExecutor.DiscardPolicy());

  EditionSchedule(
      DocumentsConfig config,
      RestApis apis,
      PublicApis publicApis,
      EditionMaking making,
      Editions editions,
      EditionTurn turn) {
    this.every = config.lookEvery();
    this.after = config.lookAfter();
    this.apis = apis;
    this.publicApis = publicApis;
    this.making = making;
    this.editions = editions;
    this.turn = turn;
  }

  void start(@Observes StartupEvent start) {
    long chance = every.dividedBy(CHANCES).toMillis();
    thread.scheduleWithFixedDelay(this::takeTurn, chance, chance, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    thread.shutdownNow();
  }

  /** Several stages of one publication are one look. */
  void hear(@Observes StageShown shown) {
    if (waiting.add(shown.api())) {
      later(shown.api(), after);
    }
  }

  private void later(String api, Duration pause) {
    thread.schedule(() -> lookAtWaiting(api), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookAtWaiting(String api) {
    waiting.remove(api);
    try {
      apis.find(api).ifPresent(making::look);
    } catch (ApiGatewayFailure | DatabaseUnavailable away) {
      if (waiting.add(api)) {
        later(api, ANOTHER_TRY);
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "The documents of %s cannot be made", api);
    }
  }

  private void takeTurn() {
    try {
      boolean used = !publicApis.isEmpty() || apis.concernAnybody();
      if (used && turn.take(every)) {
        look();
      }
    } catch (DatabaseUnavailable away) {
      LOG.debug("The database is away; trying again later", away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("Whether stages have changed is looked up later: %s", e.getMessage());
    }
  }

  /** Looks at all APIs that anybody may read about. */
  void look() throws InterruptedException {
    List<RestApi> read =
        apis.all().stream().filter(api -> apis.concern(api) || publicApis.include(api)).toList();
    editions.retain(read.stream().map(RestApi::id).toList());
    for (RestApi api : read) {
      pace.consume(1);
      if (!turn.extend(every)) {
        return;
      }
      lookAt(api);
    }
    editions.deleteReplaced(needed());
  }

  private void lookAt(RestApi api) {
    try {
      making.look(api);
    } catch (ApiGatewayFailure e) {
      LOG.warnf("The documents of %s are made later: %s", api.id(), e.getMessage());
    }
  }

  private List<UUID> needed() {
    return editions.all().stream()
        .flatMap(
            api -> Stream.concat(api.stages().values().stream(), api.versions().values().stream()))
        .map(Edition::id)
        .toList();
  }
}
