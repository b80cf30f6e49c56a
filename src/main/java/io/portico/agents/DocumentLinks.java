package io.portico.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where else to look, from a document on (RFC 8288, RFC 8631). */
final class DocumentLinks {
  private DocumentLinks() {}

  static List<String> of(DocumentAddress address) {
    Optional<Format> own = Format.of(address.document());
    List<String> links = new ArrayList<>();
    if (own.isPresent()) {
      for (Format format : Format.values()) {
        if (format != own.get()) {
          links.add(link(address, format, "alternate"));
        }
      }
    } else if (DocumentPages.isPage(address)) {
      DocumentAddress shown = address.at(DocumentPages.markdownOf(address.document()));
      links.add(link(shown, Format.MARKDOWN.type(), "alternate"));
      links.add(link(address, Format.HTML, "up"));
    } else {
      links.add(link(address, Format.MARKDOWN, "up"));
    }
    links.add(link(address, Format.JSON, "service-desc"));
    links.add(link(address, Format.HTML, "service-doc"));
    return links;
  }

  private static String link(DocumentAddress address, Format format, String relation) {
    return link(address.at(format.document()), format.type(), relation);
  }

  private static String link(DocumentAddress to, String type, String relation) {
    return "<%s>; rel=\"%s\"; type=\"%s\"".formatted(to.path(), relation, type);
  }
}
