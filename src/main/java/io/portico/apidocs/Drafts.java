package io.portico.apidocs;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The drafts of the account's APIs, as old as the configuration lets them be, and the way to change
 * them. Another replica sees a change once its own copy has aged.
 */
@ApplicationScoped
public class Drafts {
  private static final int TURNS = 64;

  private final ApiGatewayDocumentation gateway;
  private final SharedReads<Draft> drafts;

  // One for several places, so that they need not be counted.
  private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();

  @Inject
  Drafts(ApiGatewayDocumentation gateway, ApiDocsConfig config) {
    this(gateway, config, Ticker.systemTicker());
  }

  Drafts(ApiGatewayDocumentation gateway, ApiDocsConfig config, Ticker ticker) {
    this.gateway = gateway;
    drafts = new SharedReads<>(config.draftMaxAge(), ticker);
  }

  /**
   * An API's draft.
   *
   * @throws ApiGatewayFailure if it is not at hand and API Gateway cannot be asked
   */
  public Draft of(RestApi api) {
    return drafts.get(api.id(), () -> read(api));
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
    drafts.forget(api.id());
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
    return inTurn(api, location, () -> writeNow(api, location, seen, properties));
  }

  /** API Gateway has no condition to write on: here at least nobody writes between two calls. */
  private <T> T inTurn(RestApi api, Location location, Supplier<T> change) {
    synchronized (turns.get(Math.floorMod(Objects.hash(api.id(), location), TURNS))) {
      return change.get();
    }
  }

  private DocumentationPart writeNow(
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
      DocumentationPart there =
          // One that the portal cannot read, else.
          gateway.part(api.id(), location).orElseThrow(() -> e);
      if (!there.properties().equals(properties)) {
        throw lost(api, location, Optional.of(there));
      }
      return there;
    }
  }

  /**
   * Deletes what is written about a place, unless somebody else has changed it meanwhile.
   *
   * @throws LostUpdate if something else, or nothing, is there
   * @throws ApiGatewayFailure if API Gateway cannot be asked
   */
  public void delete(RestApi api, Location location, Properties seen) {
    inTurn(
        api,
        location,
        () -> {
          unchanged(api, location, Optional.of(seen))
              .ifPresent(part -> gateway.delete(api.id(), part.id()));
          change(api, draft -> draft.without(location));
          return null;
        });
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

  /** A draft that is being read meanwhile takes the change after it. */
  private void change(RestApi api, UnaryOperator<Draft> change) {
    drafts.change(api.id(), change);
  }
}
