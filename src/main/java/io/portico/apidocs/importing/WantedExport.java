package io.portico.apidocs.importing;

import io.portico.apidocs.ExportExtension;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.ExportNotation;
import io.portico.apidocs.RestApi;
import java.util.List;
import java.util.Set;

/** What API Gateway is to write down of a stage, and how. */
record WantedExport(
    String stage, ExportFormat format, ExportNotation notation, Set<ExportExtension> extensions) {

  FileName fileName(RestApi api) {
    return FileName.of(api, List.of(stage, format.exportType()), notation.label());
  }
}
