package io.portico.apidocs.openapi;

import io.portico.apidocs.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Samples, and what is found in them in one line each. */
final class Listing {
  private Listing() {}

  static OpenApiFile sample(String name) {
    try (InputStream file = Listing.class.getResourceAsStream("/apidocs/" + name)) {
      return OpenApiFile.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> of(FileDocumentation documentation) {
    return documentation.parts().stream()
        .map(part -> of(part.location()) + " " + part.properties().compact().replace('"', '\''))
        .toList();
  }

  static String of(Location location) {
    return Stream.of(
            location.type().name(),
            location.path(),
            location.method(),
            location.statusCode(),
            location.name())
        .filter(coordinate -> !coordinate.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static List<String> ofMisfits(FileDocumentation documentation) {
    return documentation.misfits().stream()
        .map(misfit -> misfit.where() + ": " + misfit.sentence())
        .toList();
  }
}
