package io.portico.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.portico.database.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What waits for the database, in the order it came. Any thread puts, one flushes. */
@ApplicationScoped
class Outbox {
  private static final Logger LOG = Logger.getLogger(Outbox.class);
  private static final int BATCH = 500;

  private final int capacity;
  private final Consumer<List<KeptActivity>> store;
  private final Counter lost;
  private final Queue<KeptActivity> waiting = new ConcurrentLinkedQueue<>();
  // The queue itself would have to walk all of it to tell.
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean full = new AtomicBoolean();
  private boolean away;
  private volatile boolean closed;

  @Inject
  Outbox(AuditConfig config, ActivityTable table, MeterRegistry metrics) {
    this(config.queue(), table::add, metrics);
  }

  /**
   * An empty one.
   *
   * @param store keeps all or nothing of a batch, and each record once
   */
  Outbox(int capacity, Consumer<List<KeptActivity>> store, MeterRegistry metrics) {
    this.capacity = capacity;
    this.store = store;
    lost =
        Counter.builder("portico.audit.lost")
            .description("Records that never reached the audit table")
            .register(metrics);
    Gauge.builder("portico.audit.waiting", size, AtomicInteger::get)
        .description("Records that wait for the audit table")
        .register(metrics);
  }

  /** Never blocks. */
  void put(KeptActivity activity) {
    if (closed) {
      lost.increment();
      return;
    }
    if (size.incrementAndGet() <= capacity) {
      waiting.add(activity);
      return;
    }
    size.decrementAndGet();
    lost.increment();
    if (full.compareAndSet(false, true)) {
      LOG.errorf("%d records wait for the audit table; newer ones are lost to it", capacity);
    }
  }

  /** Writes all that waits; while the database is away it is kept. */
  void flush() {
    try {
      for (List<KeptActivity> batch = next(); !batch.isEmpty(); batch = next()) {
        write(batch);
        comeBack();
      }
    } catch (DatabaseUnavailable e) {
      goAway(e);
    }
  }

  /** Gives up what waits, and what is still to come. */
  void abandon() {
    closed = true;
    int abandoned = size.get();
    if (abandoned > 0) {
      lost.increment(abandoned);
      LOG.errorf("%d records did not reach the audit table before the stop", abandoned);
    }
  }

  private List<KeptActivity> next() {
    return waiting.stream().limit(BATCH).toList();
  }

  private void write(List<KeptActivity> batch) {
    try {
      store.accept(batch);
      remove(batch.size());
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (RuntimeException refused) {
      batch.forEach(this::writeAlone);
    }
  }

  /** One bad record takes no other with it. */
  private void writeAlone(KeptActivity activity) {
    try {
      store.accept(List.of(activity));
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (RuntimeException refused) {
      lost.increment();
      LOG.errorf(refused, "The audit table refuses record %s", activity.id());
    }
    remove(1);
  }

  private void remove(int count) {
    for (int i = 0; i < count; i++) {
      waiting.remove();
    }
    size.addAndGet(-count);
  }

  private void goAway(DatabaseUnavailable cause) {
    if (!away) {
      away = true;
      LOG.warnf("The audit trail waits for the database: %s", cause.getMessage());
    }
  }

  private void comeBack() {
    full.set(false);
    if (away) {
      away = false;
      LOG.info("The audit trail reaches the database again");
    }
  }
}
