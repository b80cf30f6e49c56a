package io.portico.agents.tools;

import io.portico.agents.PublishedDocumentation;
import io.portico.agents.PublishedDocumentation.PublishedStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The APIs that a visit may read of. */
@ApplicationScoped
class Apis {
  private final PublishedDocumentation published;

  Apis(PublishedDocumentation published) {
    this.published = published;
  }

  List<PublishedStage> stages(Visit visit) {
    return published.stages(visit.caller().groups());
  }

  /**
   * The stages of an API, or one of them, or all there are.
   *
   * @throws ToolRefusal if there is none that the caller may read
   */
  List<PublishedStage> stages(Visit visit, Optional<String> api, Optional<String> stage) {
    List<PublishedStage> stages =
        stages(visit).stream()
            .filter(known -> api.isEmpty() || api.get().equals(known.api()))
            .filter(known -> stage.isEmpty() || stage.get().equals(known.stage()))
            .toList();
    if (stages.isEmpty() && (api.isPresent() || stage.isPresent())) {
      throw ToolRefusal.denied(
          "Nothing is published there for you; list_apis names the APIs and stages you may read.");
    }
    return stages;
  }
}
