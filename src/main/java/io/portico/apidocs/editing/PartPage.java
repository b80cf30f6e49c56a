package io.portico.apidocs.editing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The editor of one place.
 *
 * @param place empty if API Gateway does not answer
 * @param form what is being written; empty if there is only something to read
 * @param problems what has to be corrected, by field
 * @param notice what has just happened
 * @param conflict what somebody else has written meanwhile
 * @param beside whether that is shown beside the form
 */
public record PartPage(
    ApiAccess access,
    Location location,
    Optional<OpenPlace> place,
    Tab tab,
    Optional<PartForm> form,
    Map<String, String> problems,
    Optional<Notice> notice,
    Optional<Conflict> conflict,
    boolean beside) {

  /** What a person has just brought about. */
  public enum Notice {
    SAVED,
    DELETED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Notice> of(String given) {
      return List.of(values()).stream().filter(n -> n.name().equalsIgnoreCase(given)).findFirst();
    }
  }

  /** Two texts for one place; theirs is empty if they have deleted it. */
  public record Conflict(Optional<Properties> theirs, Properties mine) {}

  /**
   * A place as the person may see it.
   *
   * @param start how to begin where a text is inherited: {@code copy} or {@code empty}; else it is
   *     shown
   */
  static PartPage opened(ApiAccess access, OpenPlace place, Tab tab, String start) {
    boolean copies = "copy".equals(start);
    boolean waits = place.is("INHERITED") && !copies && !"empty".equals(start);
    if (waits || !access.mayEdit()) {
      return reading(access, place, tab);
    }
    Optional<Properties> own = place.own().map(DocumentationPart::properties);
    Properties base =
        own.or(() -> place.inherited().filter(p -> copies).map(DocumentationPart::properties))
            .orElse(Properties.none());
    return writing(access, place.location(), Optional.of(place), PartForm.fresh(tab, own, base));
  }

  /** To read. */
  static PartPage reading(ApiAccess access, OpenPlace place, Tab tab) {
    return of(access, place.location(), Optional.of(place), tab, Optional.empty());
  }

  /** To write. */
  static PartPage writing(
      ApiAccess access, Location location, Optional<OpenPlace> place, PartForm form) {
    return of(access, location, place, form.tab(), Optional.of(form));
  }

  private static PartPage of(
      ApiAccess access,
      Location location,
      Optional<OpenPlace> place,
      Tab tab,
      Optional<PartForm> form) {
    return new PartPage(
        access, location, place, tab, form, Map.of(), Optional.empty(), Optional.empty(), false);
  }

  PartPage with(Map<String, String> problems) {
    return new PartPage(access, location, place, tab, form, problems, notice, conflict, beside);
  }

  PartPage with(Optional<Notice> notice) {
    return new PartPage(access, location, place, tab, form, problems, notice, conflict, beside);
  }

  PartPage with(Conflict conflict) {
    return new PartPage(
        access, location, place, tab, form, problems, notice, Optional.of(conflict), beside);
  }

  PartPage beside(boolean beside) {
    return new PartPage(access, location, place, tab, form, problems, notice, conflict, beside);
  }

  /** What there is to read: its own text, else the inherited one. */
  public Optional<DocumentationPart> read() {
    return place.flatMap(p -> p.own().or(p::inherited));
  }

  /** What there is to read, field by field. */
  public List<FilledField> texts() {
    Properties properties = read().map(DocumentationPart::properties).orElse(Properties.none());
    return FilledField.of(
        location.type(), PartForm.fresh(tab, Optional.empty(), properties), Map.of());
  }

  /** What there is to fill in. */
  public List<FilledField> fields() {
    return FilledField.of(location.type(), form.orElseThrow(), problems);
  }

  /** Keys that no field is for. */
  public List<OtherKey> otherKeys() {
    return form.map(PartForm::base)
        .or(() -> read().map(DocumentationPart::properties))
        .map(properties -> OtherKey.of(location.type(), properties))
        .orElse(List.of());
  }

  /** What a change is made on the condition of, that it is still there. */
  public Optional<Properties> seen() {
    return conflict
        .map(Conflict::theirs)
        .or(() -> form.map(PartForm::seen))
        .orElseGet(() -> place.flatMap(OpenPlace::own).map(DocumentationPart::properties));
  }

  /** Whether the fields are written into something else than what is there. */
  public boolean isBaseSent() {
    return form.filter(f -> !f.base().equals(f.seen().orElse(Properties.none()))).isPresent();
  }

  /** Where the JSON is wrong. */
  public Optional<InvalidProperties.Position> position() {
    return form.map(PartForm::json).flatMap(Mistake::in).flatMap(Mistake::position);
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }

  public boolean isUnsaved() {
    return form.filter(f -> f.isUnsaved(location.type())).isPresent();
  }
}
