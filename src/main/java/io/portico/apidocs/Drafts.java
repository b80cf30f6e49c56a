package io.portico.apidocs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The drafts of the account's APIs, as old as the configuration lets them be, and the way to change
 * them. Another replica sees a change once its own copy has aged.
 */
@ApplicationScoped
public class Drafts {
  private static final int KEPT = 200;

  private final ApiGatewayDocumentation gateway;
  private final Cache<String, Draft> drafts;

  Drafts(ApiGatewayDocumentation gateway, ApiDocsConfig config) {
    this.gateway = gateway;
    drafts = Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(config.draftMaxAge()).build();
  }

  /**
   * An API's draft.
   *
   * @throws ApiGatewayFailure if it is not at hand and API Gateway cannot be asked
   */
  public Draft of(RestApi api) {
    return drafts.get(api.id(), id -> read(api));
  }

  /**
   * An API's draft as API Gateway has it now.
   *
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public Draft fresh(RestApi api) {
    forget(api);
    return of(api);
  }

  /** After something changed that {@link #change} does not know of. */
  public void forget(RestApi api) {
    drafts.invalidate(api.id());
  }

  private Draft read(RestApi api) {
    Instant now = Instant.now();
    return Draft.of(
        api, gateway.entities(api.id()), gateway.parts(api.id()), gateway.stages(api.id()), now);
  }

  /**
   * Writes about a place, unless somebody else has meanwhile.
   *
   * @param seen what the writer knew to be there
   * @throws LostUpdate if something else is there
   * @throws ApiGatewayFailure if API Gateway does not accept it or cannot be asked
   */
  public DocumentationPart write(
      RestApi api, Location location, Optional<Properties> seen, Properties properties) {
    Optional<DocumentationPart> held = unchanged(api, location, seen);
    DocumentationPart written =
        held.map(part -> new DocumentationPart(part.id(), location, properties))
            .map(part -> updated(api, part))
            .orElseGet(() -> created(api, location, properties));
    change(api, draft -> draft.with(written));
    return written;
  }

  private DocumentationPart updated(RestApi api, DocumentationPart part) {
    gateway.update(api.id(), part);
    return part;
  }

  private DocumentationPart created(RestApi api, Location location, Properties properties) {
    try {
      return gateway.create(api.id(), location, properties);
    } catch (ApiGatewayFailure e) {
      if (e.kind() != ApiGatewayFailure.Kind.CONFLICT) {
        throw e;
      }
      // Ours, if the answer to a first attempt was lost.
      return gateway
          .part(api.id(), location)
          .filter(there -> there.properties().equals(properties))
          .orElseThrow(() -> lost(api, location, gateway.part(api.id(), location)));
    }
  }

  /**
   * Deletes what is written about a place, unless somebody else has changed it meanwhile.
   *
   * @throws LostUpdate if something else, or nothing, is there
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public void delete(RestApi api, Location location, Properties seen) {
    unchanged(api, location, Optional.of(seen))
        .ifPresent(part -> gateway.delete(api.id(), part.id()));
    change(api, draft -> draft.without(location));
  }

  private Optional<DocumentationPart> unchanged(
      RestApi api, Location location, Optional<Properties> seen) {
    Optional<DocumentationPart> there = gateway.part(api.id(), location);
    if (!there.map(DocumentationPart::properties).equals(seen)) {
      throw lost(api, location, there);
    }
    return there;
  }

  private LostUpdate lost(RestApi api, Location location, Optional<DocumentationPart> there) {
    change(api, draft -> there.map(draft::with).orElseGet(() -> draft.without(location)));
    return new LostUpdate(there.map(DocumentationPart::properties));
  }

  /** A draft that is being read meanwhile waits for its end, and takes the change after it. */
  private void change(RestApi api, UnaryOperator<Draft> change) {
    drafts.asMap().computeIfPresent(api.id(), (id, draft) -> change.apply(draft));
  }
}
