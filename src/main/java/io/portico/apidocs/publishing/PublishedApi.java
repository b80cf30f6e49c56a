package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.ApiGatewayVersions;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ExportExtension;
import io.portico.apidocs.ExportFormat;
import io.portico.apidocs.ExportNotation;
import io.portico.apidocs.RestApi;
import java.util.Optional;
import java.util.Set;

/**
 * An API whose documentation is published. All fail with {@link
 * io.portico.apidocs.ApiGatewayFailure}.
 */
interface PublishedApi {
  String id();

  /** As API Gateway has it now. */
  Draft draft();

  Optional<DocumentationVersion> version(String name);

  /** Makes the draft a version. AWS allows one in 20 seconds. */
  DocumentationVersion create(String version, String note);

  /** Whatever it showed before. */
  void show(String stage, String version);

  /** A stage's OpenAPI file with the documentation of its version. */
  byte[] export(String stage);

  /** The one at API Gateway. */
  static PublishedApi of(
      RestApi api, Drafts drafts, ApiGatewayDocumentation gateway, ApiGatewayVersions versions) {
    return new PublishedApi() {
      @Override
      public String id() {
        return api.id();
      }

      @Override
      public Draft draft() {
        return drafts.fresh(api);
      }

      @Override
      public Optional<DocumentationVersion> version(String name) {
        return versions.version(api.id(), name);
      }

      @Override
      public DocumentationVersion create(String version, String note) {
        return versions.createVersion(api.id(), version, note);
      }

      @Override
      public void show(String stage, String version) {
        try {
          versions.show(api.id(), stage, version);
        } finally {
          drafts.forget(api);
        }
      }

      @Override
      public byte[] export(String stage) {
        return gateway.export(
            api.id(),
            stage,
            ExportFormat.OAS30,
            ExportNotation.JSON,
            Set.of(ExportExtension.DOCUMENTATION));
      }
    };
  }
}
