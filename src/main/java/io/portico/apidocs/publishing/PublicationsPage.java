package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.portal.Moment;
import java.time.Instant;
import java.util.List;

/**
 * What the list of an API's publications shows.
 *
 * @param publications the newest first
 */
public record PublicationsPage(ApiAccess access, List<Publication> publications, Instant now) {

  public Moment planned(Publication publication) {
    return new Moment(publication.plannedAt(), now);
  }
}
