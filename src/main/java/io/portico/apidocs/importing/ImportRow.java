package io.portico.apidocs.importing;

import io.portico.portal.Moment;
import java.time.Instant;

/** An import in the list. */
public record ImportRow(PartsImport of, Instant now) {
  public Moment planned() {
    return new Moment(of.plannedAt(), now);
  }
}
