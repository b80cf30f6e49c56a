package io.portico.apidocs.importing;

import io.portico.apidocs.ApiGatewayDocumentation;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Drafts;
import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Imported;
import io.portico.apidocs.RestApi;

/**
 * The draft that an import changes. Both fail with {@link io.portico.apidocs.ApiGatewayFailure}.
 */
interface ApiDraft {
  /** As API Gateway has it now. */
  Draft fresh();

  /**
   * Takes the parts of a file.
   *
   * @param strict whether anything that has no place makes it fail
   */
  Imported take(String file, ImportMode mode, boolean strict);

  /** The one at API Gateway. */
  static ApiDraft of(RestApi api, Drafts drafts, ApiGatewayDocumentation gateway) {
    return new ApiDraft() {
      @Override
      public Draft fresh() {
        return drafts.fresh(api);
      }

      @Override
      public Imported take(String file, ImportMode mode, boolean strict) {
        try {
          return gateway.importParts(api.id(), file, mode, strict);
        } finally {
          drafts.forget(api);
        }
      }
    };
  }
}
