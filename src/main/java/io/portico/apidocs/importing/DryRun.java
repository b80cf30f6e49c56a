package io.portico.apidocs.importing;

import io.portico.apidocs.Counts;
import io.portico.apidocs.Draft;
import io.portico.apidocs.DraftDigest;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Location;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.ImportPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an import would change in a draft.
 *
 * @param base of that draft
 * @param misfits what has no place and is left out, in words
 */
public record DryRun(
    PartsImport of, Draft draft, DraftDigest base, ImportPlan plan, List<String> misfits) {

  /**
   * @param misfits what was left out already
   */
  static DryRun of(PartsImport of, Draft draft, FileDocumentation brought, List<String> misfits) {
    ImportPlan plan = ImportPlan.of(draft.documentation(), draft.entities(), brought, of.mode());
    return new DryRun(
        of,
        draft,
        DraftDigest.of(draft),
        plan,
        Stream.concat(misfits.stream(), PartsFile.words(plan.misfits())).toList());
  }

  public Counts counts() {
    return plan.comparison().counts();
  }

  public List<ChangeRow> changes() {
    return plan.changes().stream().map(ChangeRow::of).toList();
  }

  /** The places of added parts that the API does not have. */
  public List<Location> orphans() {
    return plan.orphans();
  }

  /** How many parts an overwriting destroys of which there is no backup. */
  public int lost() {
    return of.mode() == ImportMode.OVERWRITE ? draft.unreadable().size() : 0;
  }

  /** Why it cannot be done, and what to do; empty if it can. */
  public Optional<String> obstacle() {
    if (of.strict() && !misfits.isEmpty()) {
      return Optional.of(
          "Some of the file has no place, and you asked for all or nothing. Correct the file, or import"
              + " it again without that choice.");
    }
    return counts().isChange() || lost() > 0
        ? plan.obstacle()
        : Optional.of("There is nothing to do: the draft says all of this already.");
  }

  Order order(RestApi api, PartsImport confirmed) {
    return new Order(api, confirmed, base, PartsFile.sent(api, plan).json(), plan.result());
  }
}
