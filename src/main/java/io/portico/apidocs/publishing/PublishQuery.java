package io.portico.apidocs.publishing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What the form of a publication is filled in with at first.
 *
 * @param version one that is there, to be shown; null to make a new one
 * @param again a publication that failed, whose form this one repeats; null for none
 */
public record PublishQuery(
    @RestQuery String version, @RestQuery List<String> stage, @RestQuery UUID again) {

  /**
   * @param repeated the publication to repeat
   * @param suggested the name for a new version
   */
  PublishForm form(Optional<Publication> repeated, String suggested) {
    return repeated
        .map(PublishQuery::again)
        .orElseGet(() -> new PublishForm(version, suggested, "", stage));
  }

  private static PublishForm again(Publication failed) {
    boolean makes = failed.isToBeMade();
    return new PublishForm(
        makes ? "" : failed.version(),
        makes ? failed.version() : "",
        failed.note(),
        failed.stages().stream()
            .filter(stage -> !stage.isShown())
            .map(PublicationStage::stage)
            .toList());
  }
}
