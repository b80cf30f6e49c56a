package io.portico.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checklist leaves no requirement out, and says of each what holds it or why nothing does. */
class ChecklistTest {
  private static final Path CHECKLIST = Path.of("docs/reference/asvs.md");

  /** Of levels 1 and 2, as the standard's own table numbers them. */
  private static final Path NUMBERS =
      Path.of("src/test/resources/io/portico/docs/asvs-5.0.0-level-2.txt");

  private static final Pattern LINE = Pattern.compile("(?m)^\\| ([0-9.]+) \\| [^|]+ \\| (.+) \\|$");
  private static final Pattern PLACE = Pattern.compile("(?m)^\\[([^\\]]+)\\]: (\\S+)$");
  private static final Pattern NAME = Pattern.compile("\\[([^\\]]+)\\](?:\\[([^\\]]+)\\])?");
  private static final Pattern METHODS =
      Pattern.compile("\\[(\\w+)\\]\\.(\\w+)(?: and \\.(\\w+))?");

  private static List<MatchResult> lines;
  private static Map<String, String> places;

  @BeforeAll
  static void read() throws IOException {
    String checklist = Files.readString(CHECKLIST);
    lines = LINE.matcher(checklist).results().toList();
    places =
        PLACE
            .matcher(checklist)
            .results()
            .collect(Collectors.toMap(place -> place.group(1), place -> place.group(2)));
  }

  private static Stream<MatchResult> inLines(Pattern pattern) {
    return lines.stream().flatMap(line -> pattern.matcher(line.group(2)).results());
  }

  @Test
  void everyRequirementIsThereOnce() throws IOException {
    assertEquals(Files.readAllLines(NUMBERS), lines.stream().map(line -> line.group(1)).toList());
  }

  @Test
  void itsBeginningCountsThem() throws IOException {
    long others = having("The provider's:");
    long absent = having("Does not apply:");
    long open = having("**Not met**:");
    assertTrue(
        Files.readString(CHECKLIST)
            .contains(
                "Of %d, %d are met, %d are not or not wholly, %d are the provider's, and %d do not apply."
                    .formatted(
                        lines.size(),
                        lines.size() - others - absent - open,
                        open,
                        others,
                        absent)));
  }

  private static long having(String words) {
    return lines.stream().filter(line -> line.group(2).contains(words)).count();
  }

  @Test
  void everyNameLeadsSomewhere() {
    assertFalse(places.isEmpty());
    assertEquals(
        List.of(),
        inLines(NAME)
            .map(name -> name.group(2) == null ? name.group(1) : name.group(2))
            .filter(name -> !places.containsKey(name))
            .toList());
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    assertEquals(
        List.of(),
        inLines(METHODS)
            .flatMap(
                named ->
                    Stream.of(named.group(2), named.group(3))
                        .filter(method -> method != null && !isIn(named.group(1), method))
                        .map(method -> named.group(1) + "." + method))
            .toList());
  }

  private static boolean isIn(String type, String method) {
    try {
      return Files.readString(CHECKLIST.resolveSibling(places.get(type)).normalize())
          .contains(" void " + method + "(");
    } catch (IOException e) {
      return false;
    }
  }
}
