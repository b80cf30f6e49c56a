package io.portico.apidocs.publishing;

import io.portico.audit.KeptActivity;
import io.portico.portal.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody did to an API, as people see it.
 *
 * @param detail without the addresses in it
 * @param comparison what a publication changed
 */
public record Happening(
    KeptActivity of, Moment at, List<SentencePiece> detail, Optional<SidePair> comparison) {

  static Happening of(
      KeptActivity record, String api, List<Publication> publications, Instant now) {
    List<SentencePiece> detail = SentencePiece.of(record.detail(), api);
    return new Happening(
        record,
        new Moment(record.at(), now),
        detail,
        publications.stream()
            .filter(publication -> detail.contains(SentencePiece.link(publication.address())))
            .findFirst()
            .flatMap(Happening::change));
  }

  /** From what the first of its stages showed before. */
  private static Optional<SidePair> change(Publication publication) {
    return publication.stages().stream()
        .filter(PublicationStage::isShown)
        .flatMap(stage -> stage.before().stream())
        .filter(before -> !before.equals(publication.version()))
        .findFirst()
        .map(before -> new SidePair(Side.version(before), Side.version(publication.version())));
  }

  public boolean isDone() {
    return of.result().equals("DONE");
  }
}
