package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.audit.Cursor;
import io.portico.audit.History;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who did what to an API's documentation: for all who have a role on it, whoever did it. */
@Path("/app/apis/{api}/activity")
@Authenticated
@Blocking
public class HistoryResource {
  private final Admission admission;
  private final History history;
  private final PublicationTable publications;

  HistoryResource(Admission admission, History history, PublicationTable publications) {
    this.admission = admission;
    this.history = history;
    this.publications = publications;
  }

  /**
   * A page of it.
   *
   * @param before where the page before ended; left out for the newest
   */
  @GET
  public TemplateInstance activity(@RestPath String api, @RestQuery String before) {
    ApiAccess access = admission.of(api);
    Optional<Cursor> cursor =
        Optional.ofNullable(before)
            .map(text -> Cursor.parse(text).orElseThrow(NotFoundException::new));
    History.Page page = history.of(access.api().resource(), cursor);
    List<Publication> published = publications.of(access.api().id());
    Instant now = Instant.now();
    return VersionTemplates.apiActivity(
        new HistoryPage(
            access,
            page.records().stream()
                .map(record -> Happening.of(record, access.api().id(), published, now))
                .toList(),
            cursor.isEmpty(),
            page.older()));
  }
}
