package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.RestApi;
import io.portico.audit.Actor;
import io.portico.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The way of a version to stages: planned, shown, confirmed, and then carried out by whichever
 * replica is alive. Every method blocks, and fails with {@link
 * io.portico.database.DatabaseUnavailable} or {@link io.portico.apidocs.ApiGatewayFailure}.
 */
@ApplicationScoped
class Publications {
  private final PublicationTable table;
  private final PublicationThreads threads;
  private final Drafts drafts;
  private final ApiGatewayVersions versions;

  Publications(
      PublicationTable table,
      PublicationThreads threads,
      Drafts drafts,
      ApiGatewayVersions versions) {
    this.table = table;
    this.threads = threads;
    this.drafts = drafts;
    this.versions = versions;
  }

  /** Makes the draft a version, when it is confirmed, and shows it on stages, perhaps none. */
  Publication planNew(
      RestApi api, Person person, String version, String note, List<String> stages) {
    return plan(Publication.planned(api.id(), Actor.of(person), version, note, true, stages));
  }

  /** Shows a version that is there on stages, when it is confirmed. */
  Publication planShowing(RestApi api, Person person, String version, List<String> stages) {
    return plan(Publication.planned(api.id(), Actor.of(person), version, "", false, stages));
  }

  private Publication plan(Publication planned) {
    table.plan(planned);
    return planned;
  }

  /** What a confirmation brought about. */
  enum Confirmation {
    /** It is running now, or was confirmed before. */
    TAKEN,
    /** Draft or stages are not what was shown. */
    CHANGED,
    /** A stage that it was planned for is there no more, or the version; or one of that name is. */
    IMPOSSIBLE
  }

  /**
   * Begins a planned publication.
   *
   * @param mark of the basis that was shown
   * @param request the id of the confirming request
   */
  Confirmation confirm(Publication planned, RestApi api, String mark, String request) {
    Basis basis = Basis.of(drafts.fresh(api), planned.makes());
    if (!basis.mark().equals(mark)) {
      return Confirmation.CHANGED;
    }
    boolean isThere = versions.version(api.id(), planned.version()).isPresent();
    if (isThere == planned.makes()
        || !planned.stages().stream().map(PublicationStage::stage).allMatch(basis::has)) {
      return Confirmation.IMPOSSIBLE;
    }
    threads.begin(planned.confirmed(request, basis));
    return Confirmation.TAKEN;
  }
}
