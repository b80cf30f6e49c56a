package io.portico.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tables of the configuration reference are what the sources say. To write them anew: {@code
 * ./mvnw test -Dtest=ConfigurationReferenceTest -Dportico.docs=write}
 */
class ConfigurationReferenceTest {
  private static final Path REFERENCE = Path.of("docs/reference/configuration.md");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- properties of (\\S+) -->\n).*?(<!-- end -->)");

  private static final Pattern DEFAULT = Pattern.compile("(?m)^(portico\\.[^=]+)=(.+)$");

  private static List<DocumentedProperty> properties;
  private static Map<String, String> defaults;

  @BeforeAll
  static void read() throws IOException {
    DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
    try (StandardJavaFileManager files = tool.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> mappings =
          sources.filter(path -> path.toString().endsWith("Config.java")).sorted().toList();
      List<String> options =
          List.of(
              "-quiet",
              "--source-path",
              SOURCES.toString(),
              "--class-path",
              System.getProperty("java.class.path"));
      StringWriter said = new StringWriter();
      boolean done =
          tool.getTask(
                  said,
                  files,
                  null,
                  ConfigurationDoclet.class,
                  options,
                  files.getJavaFileObjectsFromPaths(mappings))
              .call();
      assertTrue(done, said::toString);
    }
    properties = ConfigurationDoclet.found();
    defaults = defaults();
  }

  /** What the application sets for itself. */
  private static Map<String, String> defaults() throws IOException {
    String text = Files.readString(Path.of("src/main/resources/application.properties"));
    Map<String, String> set = new TreeMap<>();
    DEFAULT
        .matcher(text)
        .results()
        .forEach(found -> set.putIfAbsent(found.group(1), found.group(2)));
    return set;
  }

  @Test
  void theTablesAreWhatTheSourcesSay() throws IOException {
    String written = Files.readString(REFERENCE);
    String generated = TABLE.matcher(written).replaceAll(ConfigurationReferenceTest::table);
    if ("write".equals(System.getProperty("portico.docs"))) {
      Files.writeString(REFERENCE, generated);
      return;
    }
    assertEquals(generated, written, "Write it anew with -Dportico.docs=write");
  }

  private static String table(MatchResult section) {
    String rows =
        rowsOf(section.group(2))
            .map(property -> property.row(defaults) + "\n")
            .collect(Collectors.joining());
    return Matcher.quoteReplacement(
        section.group(1)
            + "| property | default | meaning |\n|---|---|---|\n"
            + rows
            + section.group(3));
  }

  /** Those below a prefix that no longer prefix on the page has. */
  private static Stream<DocumentedProperty> rowsOf(String prefix) {
    List<String> longer =
        sections().stream().filter(other -> other.startsWith(prefix + ".")).toList();
    return properties.stream()
        .filter(property -> property.name().startsWith(prefix + "."))
        .filter(property -> longer.stream().noneMatch(o -> property.name().startsWith(o + ".")));
  }

  private static List<String> sections() {
    try {
      return TABLE
          .matcher(Files.readString(REFERENCE))
          .results()
          .map(found -> found.group(2))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyPropertyIsOnThePage() throws IOException {
    String page = Files.readString(REFERENCE);
    assertEquals(
        List.of(),
        properties.stream()
            .map(DocumentedProperty::name)
            .filter(name -> !page.contains("| `" + name + "` |"))
            .toList());
    assertTrue(properties.size() > 50, () -> "Only " + properties.size());
  }
}
