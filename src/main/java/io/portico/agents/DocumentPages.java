package io.portico.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portico.apidocs.RestApi;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Published documents as people read them: pages of HTML, each made when it is first asked for. */
@ApplicationScoped
class DocumentPages {
  /** Shows the OpenAPI document, by a script. */
  static final String EXPLORER = "explorer.html";

  private static final String PAGE = ".html";
  private static final String MARKDOWN = ".md";
  private static final long ROOM = 16L * 1024 * 1024;

  private record Place(UUID edition, DocumentAddress address) {}

  private final Shelf shelf;
  private final Cache<Place, Optional<Document>> pages =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(ROOM)
          .<Place, Optional<Document>>weigher((place, page) -> page.map(Document::size).orElse(1))
          .build();

  DocumentPages(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The page that shows a document in Markdown; another address stays as it is. */
  static String pageOf(String markdown) {
    return swapped(markdown, MARKDOWN, PAGE);
  }

  private static String swapped(String name, String end, String other) {
    return name.endsWith(end) ? name.substring(0, name.length() - end.length()) + other : name;
  }

  static boolean isPage(DocumentAddress address) {
    return address.document().endsWith(PAGE);
  }

  /**
   * The page at an address.
   *
   * @throws io.portico.database.DatabaseUnavailable if what it shows is not at hand
   */
  Optional<Document> page(RestApi api, DocumentAddress address, Edition edition) {
    return pages.get(new Place(edition.id(), address), place -> made(api, address, edition));
  }

  private Optional<Document> made(RestApi api, DocumentAddress address, Edition edition) {
    DocumentPage page = new DocumentPage(api, address, edition);
    if (address.document().equals(EXPLORER)) {
      return Optional.of(document(address, AgentsTemplates.explorer(page)));
    }
    return shelf
        .document(edition, swapped(address.document(), PAGE, MARKDOWN))
        .map(markdown -> DocumentText.of(new String(markdown.bodies().get(Coding.IDENTITY), UTF_8)))
        .map(text -> document(address, AgentsTemplates.document(page, text)));
  }

  private static Document document(DocumentAddress address, TemplateInstance page) {
    return Document.of(address.document(), Format.HTML.mediaType(), page.render());
  }
}
