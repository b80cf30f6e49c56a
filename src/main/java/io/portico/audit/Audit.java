package io.portico.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes down what happened: at once in the log, soon after in the database. */
@ApplicationScoped
public class Audit {
  private static final Logger TRAIL = Logger.getLogger("portico.audit");
  private static final Logger LOG = Logger.getLogger(Audit.class);

  private final Outbox outbox;

  Audit(Outbox outbox) {
    this.outbox = outbox;
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
}
