package io.portico.apidocs.importing;

import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.FileDocumentation.Source;
import io.portico.apidocs.openapi.OpenApiFile;

/** Which texts of a file become parts, as people choose. */
public enum Take {
  USUAL("what API Gateway would take: its own parts if the file has them, else its descriptions"),
  EXTENSION("only the parts of x-amazon-apigateway-documentation"),
  DESCRIPTIONS("only the descriptions that stand in the definitions, turned into parts"),
  BOTH("both: API Gateway's own parts, and descriptions where none of them speaks");

  private final String label;

  Take(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  FileDocumentation from(OpenApiFile file) {
    return switch (this) {
      case USUAL -> FileDocumentation.of(file);
      case EXTENSION -> FileDocumentation.of(file, Source.EXTENSION);
      case DESCRIPTIONS -> FileDocumentation.of(file, Source.DESCRIPTIONS);
      case BOTH -> FileDocumentation.of(file, Source.BOTH);
    };
  }
}
