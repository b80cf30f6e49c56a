package io.portico.agents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portico.agents.OpenApi.Operation;
import io.portico.apidocs.openapi.Node;
import io.portico.apidocs.openapi.OpenApiFile;
import io.portico.portal.Portal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is published, for those in the portal who read it in a program's name. Every method blocks,
 * and fails with {@link Refused} where the database is needed and away.
 */
@ApplicationScoped
public class PublishedDocumentation {
  /** In the editions last searched; each takes about a kilobyte. */
  private static final int MOST_OPERATIONS = 100_000;

  private final ReaderAccess access;
  private final Shelf shelf;
  private final Portal portal;
  private final Cache<UUID, List<IndexedOperation>> operations =
      Caffeine.newBuilder()
          .maximumWeight(MOST_OPERATIONS)
          .weigher((UUID id, List<IndexedOperation> all) -> 1 + all.size())
          .build();

  /**
   * What a stage of an API shows.
   *
   * @param title of the API
   * @param description as API Gateway has it; may be empty
   * @param markdown the page that needs no other
   * @param openApi the same for tools
   * @param page for people
   */
  public record PublishedStage(
      String api,
      String title,
      String description,
      String stage,
      String version,
      String markdown,
      String openApi,
      String page) {}

  /**
   * An operation of an API.
   *
   * @param method in upper case, {@code ANY} for all
   * @param summary may be empty
   * @param words of everything said about it, in lower case, to search in
   * @param document where its page is, below the address of the stage
   */
  record IndexedOperation(
      String method, String path, String summary, String words, String document) {}

  PublishedDocumentation(ReaderAccess access, Shelf shelf, Portal portal) {
    this.access = access;
    this.shelf = shelf;
    this.portal = portal;
  }

  /** All stages whose documents members of those groups may read, by the API's name. */
  public List<PublishedStage> stages(Set<String> groups) {
    return access.readable(Reader.of(groups)).stream()
        .flatMap(api -> api.stages().values().stream().map(edition -> stage(api, edition)))
        .toList();
  }

  private PublishedStage stage(DocumentedApi api, Edition edition) {
    DocumentAddress address = DocumentAddress.ofStage(api.api().id(), edition.stage());
    return new PublishedStage(
        api.api().id(),
        edition.title(),
        api.api().description(),
        edition.stage(),
        edition.version(),
        address(address, Format.MARKDOWN.document()),
        address(address, Format.JSON.document()),
        address(address, Format.HTML.document()));
  }

  private String address(DocumentAddress stage, String document) {
    return portal.origin().resolve(stage.at(document).path()).toString();
  }

  /**
   * What was found in a stage.
   *
   * @param page its Markdown
   */
  public record FoundOperation(
      String api, String stage, String method, String path, String summary, String page) {}

  /** The operations of a readable stage that have all those words, in the document's order. */
  public List<FoundOperation> operations(PublishedStage in, List<String> words) {
    return edition(in).stream()
        .flatMap(edition -> operations(edition).stream())
        .filter(operation -> words.stream().allMatch(operation.words()::contains))
        .map(operation -> found(in, operation))
        .toList();
  }

  private FoundOperation found(PublishedStage in, IndexedOperation operation) {
    return new FoundOperation(
        in.api(),
        in.stage(),
        operation.method(),
        operation.path(),
        operation.summary(),
        address(DocumentAddress.ofStage(in.api(), in.stage()), operation.document()));
  }

  /** The page of an operation, in Markdown. */
  public Optional<String> markdown(PublishedStage in, FoundOperation operation) {
    return edition(in)
        .flatMap(
            edition ->
                operations(edition).stream()
                    .filter(
                        known ->
                            known.method().equals(operation.method())
                                && known.path().equals(operation.path()))
                    .findFirst()
                    .flatMap(known -> text(edition, known.document())));
  }

  private Optional<Edition> edition(PublishedStage in) {
    return ReaderAccess.known(() -> shelf.api(in.api()))
        .flatMap(api -> api.edition(DocumentAddress.ofStage(in.api(), in.stage())));
  }

  private List<IndexedOperation> operations(Edition edition) {
    return operations.get(
        edition.id(),
        id ->
            text(edition, Format.JSON.document())
                .map(OpenApiFile::read)
                .map(OpenApi::of)
                .map(PublishedDocumentation::operations)
                .orElse(List.of()));
  }

  private static List<IndexedOperation> operations(OpenApi api) {
    return api.operations().stream().map(PublishedDocumentation::operation).toList();
  }

  private static IndexedOperation operation(Operation operation) {
    Node node = operation.node();
    String tags =
        node.at("tags").stream()
            .flatMap(Node::items)
            .flatMap(tag -> tag.said().stream())
            .collect(Collectors.joining(" "));
    String words =
        String.join(
            " ",
            operation.label(),
            operation.summary().orElse(""),
            node.said("description").orElse(""),
            node.said("operationId").orElse(""),
            tags);
    return new IndexedOperation(
        operation.method().toUpperCase(Locale.ROOT),
        operation.path(),
        operation.summary().orElse(""),
        words.toLowerCase(Locale.ROOT),
        operation.document());
  }

  private Optional<String> text(Edition edition, String document) {
    return ReaderAccess.known(() -> shelf.document(edition, document))
        .map(found -> new String(found.bodies().get(Coding.IDENTITY), StandardCharsets.UTF_8));
  }
}
