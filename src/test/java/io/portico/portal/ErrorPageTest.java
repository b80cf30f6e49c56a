package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of problems, and what is answered by it. */
class ErrorPageTest {
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\| .+ \\|$");

  @ParameterizedTest
  @CsvSource({
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "405, METHOD_NOT_ALLOWED",
    "406, NOT_ACCEPTABLE",
    "413, TOO_LARGE",
    "415, UNSUPPORTED_MEDIA_TYPE",
    "400, BAD_REQUEST",
    "409, BAD_REQUEST",
    "418, BAD_REQUEST",
    "500, INTERNAL_ERROR",
    "507, INTERNAL_ERROR"
  })
  void aStatusWithoutAWordHasAType(int status, Problem problem) {
    assertEquals(problem, ErrorPage.of(status).problem());
  }

  static IntStream failures() {
    return IntStream.range(400, 600);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noStatusBecomesAnother(int status) {
    assertEquals(status, ErrorPage.of(status).status());
  }

  static Stream<ErrorPage> pages() {
    SignInAgain way = new SignInAgain("/app");
    return Stream.of(
        ErrorPage.badRequest("Why."),
        ErrorPage.foreignOrigin(),
        ErrorPage.sessionEnded(),
        ErrorPage.signInFailed(),
        ErrorPage.staleSignIn(Optional.empty(), NOW, way),
        ErrorPage.notAskedAnew(Optional.empty(), NOW, way),
        ErrorPage.signInAway("R"),
        ErrorPage.tooLarge(1),
        ErrorPage.misdirected(Origin.parse("https://portal.example").orElseThrow()),
        ErrorPage.notFound(),
        ErrorPage.forbidden(Optional.empty()),
        ErrorPage.databaseAway(),
        ErrorPage.failure("R"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageHasTheStatusAndTheTitleOfItsProblem(ErrorPage page) {
    assertEquals(page.problem().status(), page.status());
    assertEquals(page.problem().title(), page.title());
  }

  @Test
  void everyPageIsAProblemOfItsOwn() {
    assertEquals(
        List.of(
            Problem.BAD_REQUEST,
            Problem.FOREIGN_ORIGIN,
            Problem.SESSION_ENDED,
            Problem.SIGN_IN_FAILED,
            Problem.STALE_SIGN_IN,
            Problem.SIGN_IN_NOT_FRESH,
            Problem.SIGN_IN_AWAY,
            Problem.TOO_LARGE,
            Problem.MISDIRECTED,
            Problem.NOT_FOUND,
            Problem.FORBIDDEN,
            Problem.DATABASE_AWAY,
            Problem.INTERNAL_ERROR),
        pages().map(ErrorPage::problem).toList());
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemIsAnswered(Problem problem) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Pattern use = Pattern.compile("\\bProblem\\." + problem.name() + "\\b");
      assertTrue(
          files
              .filter(file -> file.toString().endsWith(".java"))
              .anyMatch(file -> use.matcher(read(file)).find()),
          problem.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void aLabelNamesOneProblemInAnAddress(Problem problem) {
    assertTrue(problem.label().matches("[a-z]+(-[a-z]+)*"), problem.label());
    assertEquals(Optional.of(problem), Problem.of(problem.label()));
    assertTrue(problem.status() >= 400 && problem.status() < 600);
  }

  @Test
  void theReferenceListsThemAll() {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(read(Path.of("docs/reference/problems.md")));
    while (row.find()) {
      rows.add(row.group(1) + " " + row.group(2));
    }
    assertEquals(
        Stream.of(Problem.values())
            .map(problem -> problem.label() + " " + problem.status())
            .collect(Collectors.joining("\n")),
        String.join("\n", rows));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
