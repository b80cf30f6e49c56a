package io.portico.agents;

/** What the page of a published document shows to people. */
public record DocumentPage(DocumentAddress address, Edition edition) {
  public String title() {
    return edition.title();
  }

  public String version() {
    return edition.version();
  }

  /** The stage or the version of the address. */
  public String where() {
    return address.kind().label() + " " + address.name();
  }

  public String json() {
    return address.at(Format.JSON.document()).path();
  }

  public String yaml() {
    return address.at(Format.YAML.document()).path();
  }

  /** What the page shows, for programs. */
  public String markdown() {
    return address.at(DocumentPages.markdownOf(address.document())).path();
  }

  /** The page that shows all of it as text. */
  public String text() {
    return address.at(Format.HTML.document()).path();
  }

  public String explorer() {
    return address.at(DocumentPages.EXPLORER).path();
  }
}
