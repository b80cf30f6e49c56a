package io.portico.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.audit.Activity;
import io.portico.testsupport.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.junit.jupiter.api.Test;

/** What holds for all pages, whoever writes them. */
class DocsTest {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("docs");
  private static final Path INDEX = DOCS.resolve("README.md");
  private static final Path DECISIONS = DOCS.resolve("decisions/README.md");
  private static final Path AUDIT = DOCS.resolve("reference/audit.md");
  private static final Path PROPERTIES = DOCS.resolve("reference/configuration.md");

  /** https://diataxis.fr, what was decided, and pictures. */
  private static final Set<String> FOLDERS =
      Set.of("tutorial", "how-to", "reference", "explanation", "decisions", "pictures");

  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?:(?<=-D)|(?<![\\w./@:+\"-]))portico\\.[a-z][\\w-]*(?:\\.(?:[\\w-]+|<[^>]+>|\"[^\"]+\"|\\*|…))*");

  /** Names that begin alike: of a logger, of attributes of spans, of a host, of the build. */
  private static final Set<String> NO_PROPERTIES =
      Set.of(
          "portico.audit",
          "portico.docs",
          "portico.lane",
          "portico.server",
          "portico.outcome",
          "portico.request",
          "portico.localhost",
          "portico.yaml",
          "portico.example.yaml");

  private static final Map<Path, MarkdownPage> PAGES =
      Stream.concat(Stream.of(README), files().filter(file -> file.toString().endsWith(".md")))
          .collect(Collectors.toMap(Function.identity(), MarkdownPage::of));

  private static Stream<Path> files() {
    try (Stream<Path> all = Files.walk(DOCS)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inAll(Function<MarkdownPage, Stream<String>> mistakes) {
    return PAGES.values().stream()
        .flatMap(page -> mistakes.apply(page).map(mistake -> page + ": " + mistake))
        .sorted()
        .toList();
  }

  @Test
  void everyFileIsAPageOrAPictureInAFolderThatSaysOfWhatKind() {
    assertEquals(
        List.of(),
        files()
            .filter(file -> !file.equals(INDEX))
            .filter(
                file ->
                    file.getNameCount() != 3
                        || !FOLDERS.contains(file.getName(1).toString())
                        || !file.toString().matches(".*\\.(md|svg|png)"))
            .toList());
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertEquals(
        List.of(), inAll(page -> page.links().stream().filter(link -> !leads(page, link))));
  }

  private static boolean leads(MarkdownPage page, String link) {
    if (link.matches("[a-z]+:.*")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path target = target(page, parts[0]);
    return Files.exists(target)
        && (parts.length == 1 || MarkdownPage.of(target).anchors().contains(parts[1]));
  }

  /** What a link's path means on its page; the page itself if it is empty. */
  private static Path target(MarkdownPage page, String path) {
    return path.isEmpty() ? page.path() : page.path().resolveSibling(path).normalize();
  }

  @Test
  void everyPageAndPictureIsLinkedFromAnother() {
    Set<Path> linked =
        PAGES.values().stream()
            .flatMap(
                page ->
                    page.links().stream()
                        .filter(link -> !link.matches("[a-z]+:.*"))
                        .map(link -> target(page, link.split("#", 2)[0]))
                        .filter(target -> !target.equals(page.path())))
            .collect(Collectors.toSet());
    assertEquals(List.of(), files().filter(path -> !linked.contains(path)).toList());
  }

  @Test
  void everyDecisionIsListedByItsNumberAndTitle() throws IOException {
    List<String> decisions =
        files()
            .filter(file -> file.startsWith(DECISIONS.getParent()) && !file.equals(DECISIONS))
            .map(PAGES::get)
            .map(page -> page.headings(1).get(0) + " " + page.path().getFileName())
            .toList();
    Matcher entry =
        Pattern.compile("(?m)^(\\d+\\.) \\[(.+)\\]\\((.+)\\)$")
            .matcher(Files.readString(DECISIONS));
    assertEquals(
        decisions,
        entry
            .results()
            .map(match -> match.group(1) + " " + match.group(2) + " " + match.group(3))
            .toList());
  }

  @Test
  void everyHowToBeginsWithWhatItIsFor() {
    assertEquals(
        List.of(),
        PAGES.values().stream()
            .filter(page -> page.path().startsWith(DOCS.resolve("how-to")))
            .filter(page -> !beginsInWords(page.parts()))
            .toList());
  }

  private static boolean beginsInWords(List<Node> parts) {
    return parts.get(0) instanceof Heading title
        && title.getLevel() == 1
        && parts.get(1) instanceof Paragraph;
  }

  @Test
  void everyPropertyIsInTheReference() {
    List<Pattern> known = known();
    assertEquals(
        List.of(),
        inAll(
            page ->
                page.code().stream()
                    .flatMap(code -> properties(code).stream())
                    .filter(name -> !NO_PROPERTIES.contains(name))
                    .filter(name -> known.stream().noneMatch(shape -> matches(shape, name)))));
  }

  @Test
  void everyActionIsInTheReferenceOfTheAuditTrail() {
    List<String> told = PAGES.get(AUDIT).code();
    assertEquals(
        List.of(),
        Stream.of(Activity.Action.values())
            .map(Enum::name)
            .filter(action -> !told.contains(action))
            .toList());
  }

  private static List<String> properties(String code) {
    return PROPERTY.matcher(code).results().map(match -> match.group()).distinct().toList();
  }

  /** Of names in the reference; what stands in {@code <…>} there may be anything. */
  private static List<Pattern> known() {
    return PAGES.get(PROPERTIES).code().stream()
        .flatMap(code -> properties(code).stream())
        .map(name -> name.replaceAll("\"?<[^>]+>\"?", "\u0000"))
        .map(
            name ->
                Stream.of(name.split("\u0000", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("(?:[\\w-]+|<[^>]+>|\"[^\"]+\")")))
        .map(Pattern::compile)
        .toList();
  }

  /** A name, or the beginning of names that is written with a star or an ellipsis. */
  private static boolean matches(Pattern known, String name) {
    String begin = name.replaceAll("\\.?[*…]$", "");
    Matcher matcher = known.matcher(begin);
    return matcher.matches() || !begin.equals(name) && matcher.hitEnd();
  }
}
