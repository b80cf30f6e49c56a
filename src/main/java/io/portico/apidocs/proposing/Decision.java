package io.portico.apidocs.proposing;

import io.portico.audit.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What ended a proposal.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param answer what the person says to it; may be empty
 */
public record Decision(Actor by, Instant at, String answer) {
  static Decision now(Actor by, String answer) {
    return new Decision(by, Instant.now().truncatedTo(ChronoUnit.MICROS), answer);
  }
}
