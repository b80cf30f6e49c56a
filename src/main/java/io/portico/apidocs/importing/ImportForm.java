package io.portico.apidocs.importing;

import io.portico.apidocs.ImportMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * What somebody wants to import, as it came; what was left out is empty.
 *
 * @param file null if none was chosen
 * @param text pasted in place of a file
 * @param take which of the file's texts: a constant of {@link Take}
 * @param strict whether what has no place makes the import fail
 */
public record ImportForm(
    @RestForm FileUpload file,
    @RestForm String text,
    @RestForm String mode,
    @RestForm String take,
    @RestForm String strict) {

  public ImportForm {
    text = orEmpty(text);
    mode = orEmpty(mode);
    take = orEmpty(take);
    strict = orEmpty(strict);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** One to fill in. */
  static ImportForm empty() {
    return new ImportForm(null, "", ImportMode.MERGE.label(), Take.USUAL.name(), "");
  }

  /** Browsers send a part without a name for a field that was left alone. */
  public boolean hasFile() {
    return file != null && (!orEmpty(file.fileName()).isEmpty() || file.size() > 0);
  }

  boolean hasText() {
    return !text.isBlank();
  }

  public boolean isStrict() {
    return !strict.isEmpty();
  }

  Optional<ImportMode> knownMode() {
    return Stream.of(ImportMode.values()).filter(known -> known.label().equals(mode)).findFirst();
  }

  Optional<Take> knownTake() {
    return Stream.of(Take.values()).filter(known -> known.name().equals(take)).findFirst();
  }
}
