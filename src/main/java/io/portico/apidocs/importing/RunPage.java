package io.portico.apidocs.importing;

import io.portico.apidocs.ApiAccess;
import io.portico.portal.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * What the page of a confirmed import shows.
 *
 * @param wayBack what a restore would change, where it is not known how the import ended
 */
public record RunPage(ApiAccess access, PartsImport of, Optional<DryRun> wayBack) {
  public Optional<Moment> ended() {
    return of.endedAt().map(at -> new Moment(at, Instant.now()));
  }

  public int steps() {
    return ImportStep.count();
  }

  /** Tells what the browser shows already. */
  public String mark() {
    return of.step() + "-" + Integer.toHexString(of.message().hashCode());
  }
}
