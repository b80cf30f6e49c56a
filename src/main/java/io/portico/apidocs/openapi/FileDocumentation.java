package io.portico.apidocs.openapi;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documentation that a file brings.
 *
 * @param parts one for a place, in the file's order
 * @param misfits what has no place, and so would be lost
 */
public record FileDocumentation(List<Part> parts, List<Misfit> misfits) {
  /**
   * What a file says of one place.
   *
   * @param where in the file it is said
   */
  public record Part(Pointer where, Location location, Properties properties) {}

  /** What of a file is taken. */
  public enum Source {
    /** The parts that {@code x-amazon-apigateway-documentation} lists. */
    EXTENSION,
    /** The descriptions that stand in the definitions. */
    DESCRIPTIONS,
    /**
     * The extension's parts, and descriptions where none of these speaks, be it for a more general
     * place: an export repeats inherited texts in every definition.
     */
    BOTH;

    /** The extension if there is one. */
    public static Source usual(OpenApiFile file) {
      return DocumentationExtension.in(file).isPresent() ? EXTENSION : DESCRIPTIONS;
    }
  }

  public FileDocumentation {
    parts = List.copyOf(parts);
    misfits = List.copyOf(misfits);
  }

  /**
   * What a file says, in the usual way.
   *
   * @throws InvalidOpenApi if it says more than any import can hold
   */
  public static FileDocumentation of(OpenApiFile file) {
    return of(file, Source.usual(file));
  }

  /**
   * What a file says.
   *
   * @throws InvalidOpenApi if it says more than any import can hold
   */
  public static FileDocumentation of(OpenApiFile file, Source source) {
    return switch (source) {
      case EXTENSION -> DocumentationExtension.read(file);
      case DESCRIPTIONS -> PlainDescriptions.read(file);
      case BOTH -> DocumentationExtension.read(file).filledFrom(PlainDescriptions.read(file));
    };
  }

  /** The version of documentation that a stage's export bears; empty if it bears none. */
  public static Optional<String> versionOf(OpenApiFile export) {
    return DocumentationExtension.in(export)
        .flatMap(extension -> extension.said(DocumentationExtension.VERSION));
  }

  private FileDocumentation filledFrom(FileDocumentation other) {
    Documentation own =
        new Documentation(
            parts.stream()
                .map(part -> new DocumentationPart("", part.location, part.properties))
                .toList());
    Stream<Part> filling = other.parts.stream().filter(part -> own.of(part.location).isEmpty());
    return new FileDocumentation(
        Stream.concat(parts.stream(), filling).toList(),
        Stream.concat(misfits.stream(), other.misfits.stream()).toList());
  }
}
