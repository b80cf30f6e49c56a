package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells browsers how publications go. Many listen, and few threads look for all of them. */
@ApplicationScoped
class PublicationEvents {
  /** On one replica; each costs a connection and a query a second. */
  static final int MAX_LISTENERS = 100;

  private static final int THREADS = 2;

  private final PublicationTable table;
  private final Semaphore places = new Semaphore(MAX_LISTENERS);
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(THREADS, task -> new Thread(task, "publication-events"));

  PublicationEvents(PublicationTable table) {
    this.table = table;
    threads.setRemoveOnCancelPolicy(true);
  }

  void stop(@Observes ShutdownEvent stop) {
    threads.shutdownNow();
  }

  /**
   * How it goes from now on, until its end or for some minutes; browsers come again.
   *
   * @throws TooManyListeners if there are as many as may be
   */
  Multi<OutboundSseEvent> of(ApiAccess access, Publication publication) {
    if (!places.tryAcquire()) {
      throw new TooManyListeners();
    }
    return Multi.createFrom().emitter(listener -> tell(access, publication, listener));
  }

  /** How many more may listen. */
  int free() {
    return places.availablePermits();
  }

  private void tell(
      ApiAccess access, Publication publication, MultiEmitter<? super OutboundSseEvent> listener) {
    PublicationNews news = new PublicationNews(table, access, publication, listener);
    ScheduledFuture<?> repeated =
        threads.scheduleWithFixedDelay(news::tell, 0, 1, TimeUnit.SECONDS);
    listener.onTermination(
        () -> {
          // May be called twice, if it ends just now.
          if (repeated.cancel(false)) {
            places.release();
          }
        });
  }
}
