package io.portico.apidocs.publishing;

import io.portico.apidocs.Change;
import io.portico.apidocs.Comparison;
import io.portico.apidocs.PlaceWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a publication makes of a stage.
 *
 * @param before the version it shows; empty if none
 * @param to the other side of the comparison
 * @param isThere whether the API has this stage
 * @param rollsBack whether the stage shows a newer version
 * @param comparison empty if what one of both says is not known
 */
public record StageChange(
    String stage,
    Optional<String> before,
    Side to,
    boolean isThere,
    boolean rollsBack,
    Optional<Comparison> comparison) {
  /** Of more the page of comparisons shows. */
  private static final int SHOWN = 20;

  /** A changed part in one line. */
  public record Line(String kind, String place, String keys) {
    static Line of(Change change) {
      return new Line(
          change.kind().name().toLowerCase(Locale.ROOT),
          PlaceWords.title(change.location()),
          change.kind() == Change.Kind.CHANGED
              ? change.keys().stream()
                  .map(key -> key.path().toString())
                  .collect(Collectors.joining(", "))
              : "");
    }
  }

  /** Where it can be seen. */
  public String comparedAt() {
    return new SidePair(Side.stage(stage), to).query();
  }

  public String counts() {
    return comparison
        .map(
            known ->
                known.counts().isChange()
                    ? known.counts().words()
                    : "no difference, %,d parts the same".formatted(known.unchanged()))
        .orElse("not known");
  }

  /** All of them where they are few, else none. */
  public List<Line> lines() {
    return comparison
        .map(Comparison::changes)
        .filter(changes -> changes.size() <= SHOWN)
        .map(changes -> changes.stream().map(Line::of).toList())
        .orElse(List.of());
  }
}
