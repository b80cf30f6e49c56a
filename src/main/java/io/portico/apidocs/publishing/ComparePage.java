package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Change;
import io.portico.apidocs.Location;
import io.portico.apidocs.PlaceWords;
import io.portico.apidocs.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the page of a comparison shows.
 *
 * @param problem with the sides that were asked for
 * @param differences empty if one side is not known
 */
public record ComparePage(
    ApiAccess access,
    CompareForm form,
    Optional<String> problem,
    VersionList list,
    KnownSide from,
    KnownSide to,
    Optional<Differences> differences) {

  /** An option of a select element. */
  public record Choice(String value, String label, boolean chosen) {}

  /** Several under one heading. */
  public record Choices(String label, List<Choice> choices) {}

  public SidePair pair() {
    return new SidePair(from.side(), to.side());
  }

  /** What can be compared. */
  public List<Choices> choices(KnownSide chosen) {
    List<Choices> there = there(chosen.side());
    return there.stream().flatMap(group -> group.choices.stream()).anyMatch(Choice::chosen)
        ? there
        : Stream.concat(
                there.stream(),
                Stream.of(
                    new Choices(
                        "Not there",
                        List.of(choice(chosen.side(), chosen.title(), chosen.side())))))
            .toList();
  }

  private List<Choices> there(Side chosen) {
    return List.of(
        new Choices("Draft", List.of(choice(Side.DRAFT, "the draft", chosen))),
        new Choices(
            "Stages",
            list.stages().stream()
                .map(stage -> choice(Side.stage(stage.name()), label(stage), chosen))
                .toList()),
        new Choices(
            "Versions",
            list.versions().stream()
                .map(version -> choice(Side.version(version.name()), label(version), chosen))
                .toList()));
  }

  private static Choice choice(Side side, String label, Side chosen) {
    return new Choice(side.toString(), label, side.equals(chosen));
  }

  private static String label(Stage stage) {
    return "%s (%s)".formatted(stage.name(), stage.documentationVersion().orElse("no version"));
  }

  private static String label(ListedVersion version) {
    return version.name() + (version.known().isPresent() ? "" : " (not known)");
  }

  /** The kinds of changes to choose from. */
  public List<Choice> kinds() {
    return Arrays.stream(Change.Kind.values())
        .map(CompareForm::label)
        .map(kind -> new Choice(kind, kind, kind.equals(form.kind())))
        .toList();
  }

  public List<KnownSide> unknown() {
    return Stream.of(from, to).filter(side -> side.snapshot().isEmpty()).toList();
  }

  /** Sides with parts that the portal cannot read, and so does not compare. */
  public List<KnownSide> partlyRead() {
    return Stream.of(from, to).filter(side -> side.unreadable() > 0).toList();
  }

  /** The query that leads to one place alone. */
  public String query(Location place) {
    return pair().query() + "&" + PlaceWords.query(place);
  }

  /** Whether one place alone was asked for. */
  public boolean isOfOnePlace() {
    return form.place().isPresent();
  }

  public Optional<String> previous() {
    return differences
        .filter(shown -> shown.first() > 1)
        .map(shown -> form.query(pair(), shown.number() - 1));
  }

  public Optional<String> next() {
    return differences
        .filter(shown -> shown.last() < shown.matching())
        .map(shown -> form.query(pair(), shown.number() + 1));
  }
}
