package io.portico.apidocs.publishing;

import io.portico.apidocs.Documentation;
import io.portico.apidocs.DocumentationPart;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.openapi.DocumentationFile;
import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.OpenApiFile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a version of documentation says, or the draft.
 *
 * @param parts by place
 * @param unreadable how many parts it has beside, which the portal cannot read
 */
public record Snapshot(Map<Location, Properties> parts, int unreadable) {
  static Snapshot of(Draft draft) {
    Map<Location, Properties> parts = new LinkedHashMap<>();
    draft.documentation().parts().forEach(part -> parts.put(part.location(), part.properties()));
    return new Snapshot(parts, draft.unreadable().size());
  }

  /** What an export or a kept file lists. */
  static Snapshot of(OpenApiFile file) {
    FileDocumentation documentation =
        FileDocumentation.of(file, FileDocumentation.Source.EXTENSION);
    Map<Location, Properties> parts = new LinkedHashMap<>();
    documentation.parts().forEach(part -> parts.put(part.location(), part.properties()));
    return new Snapshot(parts, documentation.misfits().size());
  }

  Documentation documentation() {
    return new Documentation(
        parts.entrySet().stream()
            .map(part -> new DocumentationPart("", part.getKey(), part.getValue()))
            .toList());
  }

  /** With as many parts beside as were left out of the file. */
  Snapshot with(int unreadableBeside) {
    return new Snapshot(parts, unreadable + unreadableBeside);
  }

  /** To be kept. */
  String file(String api, String version) {
    return new DocumentationFile(api, version, parts).json();
  }
}
