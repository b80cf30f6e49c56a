package io.portico.apidocs.editing;

import io.portico.apidocs.Field;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Properties;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody writes about a place.
 *
 * @param seen what was there when they began
 * @param base what the fields are written into
 * @param fields by name, what is typed into them; what is left out stays as the base has it
 * @param json the whole, where it is written as JSON
 */
public record PartForm(
    Tab tab, Optional<Properties> seen, Properties base, Map<String, String> fields, String json) {
  /** A problem of the JSON, or of the whole. */
  static final String JSON = "json";

  static final String WHOLE = "whole";

  private static final String FIELD = "field:";

  /** For a place that nothing is written about. */
  static final PartForm NOTHING = fresh(Tab.FIELDS, Optional.empty(), Properties.none());

  /** One that nothing is typed into yet. */
  static PartForm fresh(Tab tab, Optional<Properties> seen, Properties base) {
    return new PartForm(tab, seen, base, Map.of(), base.pretty());
  }

  /** One as it came. */
  static PartForm of(MultivaluedMap<String, String> form) {
    Optional<Properties> seen = hidden(form.getFirst("seen"));
    Map<String, String> fields = new LinkedHashMap<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith(FIELD)) {
            fields.put(name, FieldText.lines(values.get(0)));
          }
        });
    Properties base = hidden(form.getFirst("base")).or(() -> seen).orElse(Properties.none());
    String json = form.containsKey(JSON) ? form.getFirst(JSON) : base.pretty();
    return new PartForm(Tab.of(form.getFirst("as")), seen, base, fields, FieldText.lines(json));
  }

  /** Nobody types these: the portal's own pages send them as they were. */
  private static Optional<Properties> hidden(String compact) {
    try {
      return Optional.ofNullable(compact).filter(text -> !text.isEmpty()).map(Properties::parse);
    } catch (InvalidProperties e) {
      throw new BadRequestException(e);
    }
  }

  /** By which a form sends a field. */
  static String name(Field field) {
    return FIELD + field.path();
  }

  /** What a field shows; empty if it cannot. */
  Optional<String> text(Field field) {
    return FieldText.shown(field, base).map(shown -> fields.getOrDefault(name(field), shown));
  }

  /** What has to be corrected, by the name of a field, {@link #JSON} or {@link #WHOLE}. */
  Map<String, String> problems(LocationType type) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (tab == Tab.FIELDS) {
      changed(type)
          .forEach(
              (field, typed) ->
                  FieldText.problem(field, typed, FieldText.shown(field, base).orElseThrow())
                      .ifPresent(problem -> problems.put(name(field), problem)));
    } else if (json.contains(FieldText.UNREADABLE)
        && !base.compact().contains(FieldText.UNREADABLE)) {
      problems.put(
          JSON,
          "A character could not be read: \ufffd. Delete it and type it again, or write \\ufffd.");
    }
    if (problems.isEmpty()) {
      try {
        properties(type);
      } catch (InvalidProperties e) {
        problems.put(tab == Tab.FIELDS ? WHOLE : JSON, e.getMessage());
      }
    }
    return problems;
  }

  /**
   * What the place is to say.
   *
   * @throws InvalidProperties if that cannot be
   */
  Properties properties(LocationType type) {
    if (tab == Tab.JSON) {
      return Properties.parse(json);
    }
    Properties written = base;
    for (Map.Entry<Field, String> change : changed(type).entrySet()) {
      written = FieldText.written(change.getKey(), change.getValue(), written);
    }
    return written;
  }

  private Map<Field, String> changed(LocationType type) {
    Map<Field, String> changed = new LinkedHashMap<>();
    for (Field field : Field.of(type)) {
      String typed = fields.get(name(field));
      if (typed != null && FieldText.shown(field, base).filter(s -> !s.equals(typed)).isPresent()) {
        changed.put(field, typed);
      }
    }
    return changed;
  }

  /** Whether something would be lost without it. */
  boolean isUnsaved(LocationType type) {
    Properties saved = seen.orElse(Properties.none());
    return tab == Tab.JSON
        ? !json.equals(saved.pretty())
        : !base.equals(saved) || !changed(type).isEmpty();
  }

  /**
   * The same, to go on with in the other way.
   *
   * @throws InvalidProperties if it is JSON that cannot be read
   */
  PartForm as(Tab other, LocationType type) {
    return other == tab ? this : fresh(other, seen, properties(type));
  }
}
