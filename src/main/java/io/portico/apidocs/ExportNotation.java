package io.portico.apidocs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a document is written. */
public enum ExportNotation {
  JSON,
  YAML;

  /** As API Gateway is asked for it. */
  public String mediaType() {
    return "application/" + label();
  }

  /** As file names and addresses spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The notation of a {@link #label()}; empty if there is none. */
  public static Optional<ExportNotation> of(String label) {
    return Stream.of(values()).filter(notation -> notation.label().equals(label)).findFirst();
  }
}
