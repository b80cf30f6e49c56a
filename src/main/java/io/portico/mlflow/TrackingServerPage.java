package io.portico.mlflow;

import io.portico.portal.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one tracking server shows.
 *
 * @param others all servers of the person, for the chooser
 * @param origin where its UI is served; empty if browsing is switched off
 */
public record TrackingServerPage(
    ServerAccess access,
    ServerStatus status,
    List<ServerAccess> others,
    Optional<Origin> origin,
    boolean ownTab) {

  /** An unknown status is no reason to keep people out: the server itself will tell. */
  public boolean framed() {
    return origin.isPresent()
        && (status.state() == ServerStatus.State.RUNNING
            || status.state() == ServerStatus.State.UNKNOWN);
  }
}
