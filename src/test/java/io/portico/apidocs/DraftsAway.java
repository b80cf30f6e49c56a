package io.portico.apidocs;

import java.util.Optional;

/** What there is of drafts while API Gateway does not answer. */
public final class DraftsAway extends Drafts {
  public DraftsAway() {
    super(null, GatewayFixture.Config.NOBODY);
  }

  private static ApiGatewayFailure away() {
    return new ApiGatewayFailure(
        ApiGatewayFailure.Kind.AWAY, "no answer", Optional.empty(), new IllegalStateException());
  }

  @Override
  public Draft of(RestApi api) {
    throw away();
  }

  @Override
  public DocumentationPart write(
      RestApi api, Location location, Optional<Properties> seen, Properties properties) {
    throw away();
  }

  @Override
  public void delete(RestApi api, Location location, Properties seen) {
    throw away();
  }
}
