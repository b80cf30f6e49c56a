package io.portico.database;

import org.jboss.logging.Logger;

/**
 * Work in the background that is done again and again: no failure ends it, and what is left undone
 * while the database is away, the next time does.
 *
 * @param log of whose work it is
 * @param failed what to say there of a failure that is no outage
 */
public record Repetition(Logger log, String failed) {
  /** For an executor, which would not repeat what has failed. */
  public Runnable of(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (DatabaseUnavailable away) {
        log.debug("The database is away; trying again later", away);
      } catch (RuntimeException e) {
        log.error(failed, e);
      }
    };
  }
}
