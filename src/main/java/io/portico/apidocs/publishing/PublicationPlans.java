package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Comparison;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Tells what a planned publication would do. Blocks, and fails as {@link Publications} does. */
@ApplicationScoped
class PublicationPlans {
  private final Drafts drafts;
  private final Versions versions;
  private final Snapshots snapshots;

  PublicationPlans(Drafts drafts, Versions versions, Snapshots snapshots) {
    this.drafts = drafts;
    this.versions = versions;
    this.snapshots = snapshots;
  }

  /**
   * As API Gateway has everything now.
   *
   * @param note why it is shown again; empty at first
   */
  PublicationPlan of(ApiAccess access, Publication planned, Optional<String> note) {
    Draft draft = drafts.fresh(access.api());
    Look look = new Look(draft, rules(draft), planned);
    Optional<Snapshot> published = look.published();
    return new PublicationPlan(
        access,
        planned,
        Basis.of(draft, planned.makes()).mark(),
        published.map(says -> says.parts().size() + says.unreadable()),
        published.map(Snapshot::unreadable).orElse(0),
        planned.stages().stream().map(stage -> look.change(stage.stage(), published)).toList(),
        look.obstacle(),
        note);
  }

  private PublishRules rules(Draft draft) {
    VersionList list = versions.of(draft.api());
    return new PublishRules(
        draft.stages(), list.versions().stream().map(ListedVersion::of).toList());
  }

  /** One look at API Gateway. */
  private final class Look {
    private final Draft draft;
    private final PublishRules rules;
    private final Publication planned;

    Look(Draft draft, PublishRules rules, Publication planned) {
      this.draft = draft;
      this.rules = rules;
      this.planned = planned;
    }

    Optional<Snapshot> published() {
      return planned.makes() ? Optional.of(Snapshot.of(draft)) : says(planned.version());
    }

    /** Kept by the portal, or taken in when the versions were listed. */
    private Optional<Snapshot> says(String version) {
      return rules
          .find(version)
          .flatMap(there -> snapshots.of(draft.api().id(), there))
          .map(KeptSnapshot::snapshot);
    }

    StageChange change(String name, Optional<Snapshot> published) {
      Optional<Stage> stage = rules.stage(name);
      Optional<String> before = stage.flatMap(Stage::documentationVersion);
      return new StageChange(
          name,
          before,
          planned.makes() ? Side.DRAFT : Side.version(planned.version()),
          stage.isPresent(),
          !planned.makes() && stage.filter(s -> rules.isOlder(planned.version(), s)).isPresent(),
          comparison(before, published));
    }

    private Optional<Comparison> comparison(Optional<String> before, Optional<Snapshot> published) {
      Optional<Snapshot> shown =
          before.isEmpty() ? Optional.of(new Snapshot(Map.of(), 0)) : says(before.get());
      return shown.flatMap(
          one -> published.map(other -> Comparison.of(one.parts(), other.parts())));
    }

    Optional<String> obstacle() {
      String version = planned.version();
      boolean isThere = rules.find(version).isPresent();
      if (planned.makes() && isThere) {
        return Optional.of(
            "Somebody has made a version %s meanwhile. Choose another name.".formatted(version));
      }
      if (!planned.makes() && !isThere) {
        return Optional.of("There is no version %s any more.".formatted(version));
      }
      return planned.stages().stream()
          .map(PublicationStage::stage)
          .filter(stage -> rules.stage(stage).isEmpty())
          .findFirst()
          .map("There is no stage %s any more. Choose others."::formatted);
    }
  }
}
