package io.portico.apidocs.importing;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.openapi.DocumentationFile;
import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.ImportPlan;
import io.portico.apidocs.openapi.Misfit;
import io.portico.apidocs.openapi.OpenApiFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Parts as imports keep and send them. */
final class PartsFile {
  private static final String VERSION = "draft";

  private PartsFile() {}

  static DocumentationFile of(RestApi api, Map<Location, Properties> parts) {
    return new DocumentationFile(api.name(), VERSION, parts);
  }

  static DocumentationFile of(RestApi api, Documentation documentation) {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    documentation.parts().forEach(part -> parts.put(part.location(), part.properties()));
    return of(api, parts);
  }

  /** What API Gateway gets: never more than the plan has shown. */
  static DocumentationFile sent(RestApi api, ImportPlan plan) {
    return plan.file(api.name(), VERSION);
  }

  /** Reads what one of them wrote. */
  static FileDocumentation read(String json) {
    return FileDocumentation.of(OpenApiFile.read(json));
  }

  static Map<Location, Properties> parts(FileDocumentation file) {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    file.parts().forEach(part -> parts.put(part.location(), part.properties()));
    return parts;
  }

  /** Each with its place in the file. */
  static Stream<String> words(Collection<Misfit> misfits) {
    return misfits.stream().map(misfit -> misfit.where() + ": " + misfit.sentence());
  }
}
