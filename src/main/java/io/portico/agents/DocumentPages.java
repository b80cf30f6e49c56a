package io.portico.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
  private static final int OVERHEAD = 500;

  /** Of what a replica keeps of documents, what pages may take besides. */
  private static final int SHARE = 4;

  private record Place(UUID edition, DocumentAddress address) {}

  private final Shelf shelf;
  private final Cache<Place, Document> pages;

  DocumentPages(Shelf shelf, DocumentsConfig config) {
    this.shelf = shelf;
    pages =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(config.cache().asLongValue() / SHARE)
            .<Place, Document>weigher((place, page) -> OVERHEAD + page.size())
            .build();
  }

  /** The page that shows a document in Markdown; another address stays as it is. */
  static String pageOf(String markdown) {
    return swapped(markdown, MARKDOWN, PAGE);
  }

  /** What a page shows. */
  static String markdownOf(String page) {
    return page.equals(EXPLORER) ? Format.MARKDOWN.document() : swapped(page, PAGE, MARKDOWN);
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
  Optional<Document> page(DocumentAddress address, Edition edition) {
    // Names of which there is no page are without number, and not kept.
    return Optional.ofNullable(
        pages.get(new Place(edition.id(), address), place -> made(address, edition).orElse(null)));
  }

  /** How many are kept. */
  long kept() {
    return pages.estimatedSize();
  }

  private Optional<Document> made(DocumentAddress address, Edition edition) {
    DocumentPage page = new DocumentPage(address, edition);
    if (address.document().equals(EXPLORER)) {
      return Optional.of(document(address, AgentsTemplates.explorer(page)));
    }
    return shelf
        .document(edition, markdownOf(address.document()))
        .map(markdown -> DocumentText.of(new String(markdown.bodies().get(Coding.IDENTITY), UTF_8)))
        .map(text -> document(address, AgentsTemplates.document(page, text)));
  }

  private static Document document(DocumentAddress address, TemplateInstance page) {
    return Document.of(address.document(), Format.HTML.mediaType(), page.render());
  }
}
