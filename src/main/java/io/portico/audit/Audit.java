package io.portico.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Takes down what happened: at once in the log, soon after in the database. */
@ApplicationScoped
public class Audit {
  private static final Logger TRAIL = Logger.getLogger("portico.audit");
  private static final Logger LOG = Logger.getLogger(Audit.class);

  private final Outbox outbox;
  private final ActivityTable table;

  Audit(Outbox outbox, ActivityTable table) {
    this.outbox = outbox;
    this.table = table;
  }

  /** Never blocks and never fails. */
  public void record(Activity activity) {
    try {
      KeptActivity kept = KeptActivity.of(activity);
      TRAIL.info(AuditLine.of(kept));
      outbox.put(kept);
    } catch (RuntimeException e) {
      LOG.error("An activity could not be taken down", e);
    }
  }

  /**
   * Takes down what a transaction does, in the database only together with it. Fails as its
   * statements do.
   */
  public void record(Activity activity, Handle transaction) {
    KeptActivity kept = KeptActivity.of(activity);
    table.add(List.of(kept), transaction);
    TRAIL.info(AuditLine.of(kept));
  }
}
