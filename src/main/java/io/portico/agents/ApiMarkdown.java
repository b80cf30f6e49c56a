package io.portico.agents;

import io.portico.agents.OpenApi.Operation;
import java.util.List;

/** An API in Markdown: one page that needs no other, and one for each operation. */
final class ApiMarkdown {
  /** Lines of outlines: some hundred kilobytes, which is what programs read at once. */
  private static final int LONGEST_API = 8_000;

  /** The level of an operation's heading, and of that above their list. */
  static final int SECTION = 2;

  static final String OPERATIONS = "Operations";

  private static final int LONGEST_OPERATION = 1_500;
  private static final String UP = "../../";

  private final OpenApi api;
  private final String about;

  /**
   * @param about which edition it is, for people
   */
  ApiMarkdown(OpenApi api, String about) {
    this.api = api;
    this.about = about;
  }

  String whole() {
    List<Operation> operations = api.operations();
    SchemaOutline schemas = new SchemaOutline(api, LONGEST_API);
    Blocks page = new Blocks();
    page.heading(1, Inlines.text(api.title()));
    head(page, "");
    page.quotation(AuthorsText.of(api.description()));
    page.heading(SECTION, Inlines.words(OPERATIONS));
    if (operations.isEmpty()) {
      page.paragraph(Inlines.words("There are none."));
    }
    page.list(operations.stream().map(OperationText::entry).toList());
    for (Operation operation : operations) {
      page.heading(SECTION, Inlines.code(operation.label()));
      if (schemas.hasRoom()) {
        new OperationText(api, schemas, page, 3).write(operation);
      }
      page.paragraph(
          Inlines.link(
              DocumentAddress.written(operation.document()),
              Inlines.words(
                  schemas.hasRoom() ? "This operation alone" : "Left out here; it has its page")));
    }
    return page.text();
  }

  String one(Operation operation) {
    Blocks page = new Blocks();
    page.heading(1, Inlines.code(operation.label()));
    page.paragraph(
        Inlines.words("Of "),
        Inlines.link(UP + Format.MARKDOWN.document(), Inlines.text(api.title())));
    head(page, UP);
    new OperationText(api, new SchemaOutline(api, LONGEST_OPERATION), page, 2).write(operation);
    return page.text();
  }

  private void head(Blocks page, String up) {
    page.paragraph(
        Inlines.text(about),
        Inlines.words(" For tools: "),
        Inlines.link(up + Format.JSON.document(), Inlines.words("OpenAPI in JSON")),
        Inlines.words(", "),
        Inlines.link(up + Format.YAML.document(), Inlines.words("in YAML")),
        Inlines.words("."));
    List<String> addresses = api.addresses();
    if (!addresses.isEmpty()) {
      page.paragraph(Inlines.words("Address: "), Inlines.code(String.join(", ", addresses)));
    }
  }
}
