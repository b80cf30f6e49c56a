package io.portico.apidocs.editing;

import io.portico.apidocs.AgentReadiness;
import io.portico.apidocs.Entry;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.PlaceWords;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the contents speak of their entries. */
@TemplateExtension
final class EntryWords {
  private EntryWords() {}

  /** A constant's name as people read it. */
  @TemplateExtension(matchName = "words")
  static String of(Enum<?> constant) {
    return constant instanceof LocationType type
        ? type.label()
        : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Where an entry's text comes from. */
  static String origin(Entry entry) {
    return switch (entry.state()) {
      case OWN -> entry.isDocumented() ? "own" : "own, without a text";
      case INHERITED -> "from " + source(entry.part().orElseThrow().location());
      case UNDOCUMENTED -> "undocumented";
      case SHARED -> "shared";
      case ORPHAN -> "orphan";
    };
  }

  private static String source(Location part) {
    return Stream.of(part.path(), part.method(), part.statusCode())
        .filter(word -> !word.isEmpty() && !word.equals("*"))
        .collect(Collectors.joining(" "));
  }

  /** A text that an operation lacks, where the operation stands beside it. */
  static String words(AgentReadiness.Missing missing, Location operation) {
    String field = missing.field().label().toLowerCase(Locale.ROOT);
    Location place = missing.location();
    if (place.equals(operation)) {
      return field;
    }
    String what = (PlaceWords.kind(place) + " " + PlaceWords.label(place)).strip();
    return field + " of " + what;
  }

  /** By which the contents are coloured. */
  static String tone(Entry entry) {
    return entry.isDocumented() ? "said" : "unsaid";
  }
}
