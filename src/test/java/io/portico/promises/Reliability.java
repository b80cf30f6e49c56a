package io.portico.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of docs/reference/reliability.md, which the {@link Summary} repeats. To write it anew:
 * {@code ./mvnw verify -Phostile -Dportico.docs=write}
 */
public final class Reliability {
  private static final Path REFERENCE = Path.of("docs/reference/reliability.md");
  private static final String BEGIN = "<!-- figures -->\n| tried | seen |\n|---|---|\n";
  private static final String END = "<!-- end -->";

  private Reliability() {}

  /** One row, in place of what was seen before. */
  public static void note(String tried, String seen) {
    Summary.line(tried, () -> seen);
    if ("write".equals(System.getProperty("portico.docs"))) {
      try {
        write(tried, seen);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void write(String tried, String seen) throws IOException {
    String page = Files.readString(REFERENCE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    Map<String, String> rows =
        page.substring(begin, end)
            .lines()
            .map(row -> row.split(" \\| |^\\| | \\|$"))
            .collect(Collectors.toMap(row -> row[1], row -> row[2], (a, b) -> b, TreeMap::new));
    rows.put(tried, seen);
    String table =
        rows.entrySet().stream()
            .map(row -> "| %s | %s |\n".formatted(row.getKey(), row.getValue()))
            .collect(Collectors.joining());
    Files.writeString(REFERENCE, page.substring(0, begin) + table + page.substring(end));
  }
}
