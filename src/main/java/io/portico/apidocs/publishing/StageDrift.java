package io.portico.apidocs.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.apidocs.Counts;
import io.portico.portal.Moment;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * How a stage stands to the draft, as people see it.
 *
 * @param since when it was first seen to differ from what the stage shows; empty if it does not
 */
public record StageDrift(Drift of, Optional<Moment> since) {
  /** What publishing the draft there would change. */
  public SidePair toDraft() {
    return new SidePair(Side.stage(of.stage().name()), Side.DRAFT);
  }

  /** The stage's name as a value in an address. */
  public String encoded() {
    return URLEncoder.encode(of.stage().name(), UTF_8);
  }

  /** How many differ. */
  public int places() {
    Counts counts = of.counts();
    return counts.added() + counts.changed() + counts.removed();
  }
}
