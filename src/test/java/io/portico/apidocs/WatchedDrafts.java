package io.portico.apidocs;

import java.util.Optional;

/** The drafts, where something happens right after a write. */
public final class WatchedDrafts extends Drafts {
  private final Runnable afterWrite;

  public WatchedDrafts(ApiGatewayDocumentation gateway, Runnable afterWrite) {
    super(gateway, GatewayFixture.Config.NOBODY);
    this.afterWrite = afterWrite;
  }

  @Override
  public DocumentationPart write(
      RestApi api, Location location, Optional<Properties> seen, Properties properties) {
    DocumentationPart written = super.write(api, location, seen, properties);
    afterWrite.run();
    return written;
  }
}
