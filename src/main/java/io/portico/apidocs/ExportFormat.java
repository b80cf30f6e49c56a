package io.portico.apidocs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The specifications that API Gateway writes an API down by. */
public enum ExportFormat {
  OAS30("OpenAPI 3.0"),
  SWAGGER("Swagger 2.0");

  private final String label;

  ExportFormat(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** As API Gateway and addresses spell it. */
  public String exportType() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of an {@link #exportType()}; empty if there is none. */
  public static Optional<ExportFormat> of(String exportType) {
    return Stream.of(values()).filter(format -> format.exportType().equals(exportType)).findFirst();
  }
}
