package io.portico.apidocs.editing;

import io.portico.apidocs.Field;
import io.portico.apidocs.LocationType;
import io.portico.apidocs.Markdown;
import io.portico.apidocs.Reach;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field with what stands in it.
 *
 * @param text empty if no form can show what stands there
 * @param problem what has to be corrected
 */
public record FilledField(
    Field field, String name, Optional<String> text, Reach reach, Optional<String> problem) {
  static List<FilledField> of(LocationType type, PartForm form, Map<String, String> problems) {
    return Field.of(type).stream()
        .map(
            field ->
                new FilledField(
                    field,
                    PartForm.name(field),
                    form.text(field),
                    Reach.of(type, field.path()),
                    Optional.ofNullable(problems.get(PartForm.name(field)))))
        .toList();
  }

  public boolean isMarkdown() {
    return field.kind() == Field.Kind.MARKDOWN;
  }

  /** Which keys a telephone shows. */
  public String inputMode() {
    return switch (field.kind()) {
      case URL -> "url";
      case EMAIL -> "email";
      case LINE, MARKDOWN, TAGS -> "text";
    };
  }

  public boolean isTags() {
    return field.kind() == Field.Kind.TAGS;
  }

  /** Its Markdown, rendered. */
  public RawString html() {
    return new Markdown(text.orElse("")).html();
  }
}
