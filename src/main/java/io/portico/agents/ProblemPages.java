package io.portico.agents;

import io.portico.portal.Problem;
import java.util.Arrays;

/** Problems in Markdown. */
final class ProblemPages {
  private static final String ABOUT =
      "Errors of the portal are problem details (RFC 9457). Their type is the address of one of"
          + " these pages and stays; titles and details may change.";

  private ProblemPages() {}

  /** All of them. */
  static String index() {
    Blocks page = new Blocks();
    page.heading(1, Inlines.words("Problems"));
    page.paragraph(Inlines.words(ABOUT));
    page.list(
        Arrays.stream(Problem.values())
            .map(
                problem ->
                    Blocks.item(
                        Inlines.link(
                            problem.label() + "/" + Format.MARKDOWN.document(),
                            Inlines.words(problem.label())),
                        Inlines.words(" (" + problem.status() + "): " + problem.title())))
            .toList());
    return page.text();
  }

  static String of(Problem problem) {
    Blocks page = new Blocks();
    page.heading(1, Inlines.words(problem.title()));
    page.paragraph(Inlines.words("Status " + problem.status() + ". " + problem.meaning()));
    page.heading(2, Inlines.words("What to do"));
    page.paragraph(Inlines.words(problem.advice()));
    page.paragraph(Inlines.link("../" + Format.MARKDOWN.document(), Inlines.words("All problems")));
    return page.text();
  }
}
