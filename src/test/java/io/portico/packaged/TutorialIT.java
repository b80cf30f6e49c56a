package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.testsupport.MarkdownPage;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A newcomer who pastes every block of a tutorial, in order, and sees what it says. The portal is
 * the packaged demo, on ports of its own.
 */
@Tag("demo")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TutorialIT {
  /** What builds or starts the portal: it runs already. */
  private static final Pattern START =
      Pattern.compile("(\\./mvnw [^\\n]*\\n|java -jar target/quarkus-app/quarkus-run\\.jar\\n)+");

  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_IDENTITY_PORT = 8092;
  private static final int DEFAULT_MANAGEMENT_PORT = 9000;

  private static PackagedDemo demo;

  @BeforeAll
  static void start() throws Exception {
    demo = PackagedDemo.start();
    awaitDocuments();
  }

  /** A new portal makes them within the first minute, in which its newcomer reads on. */
  private static void awaitDocuments() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (documents().status() != 200 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private static RawHttp.Response documents() throws IOException {
    return RawHttp.send(
        PackagedDemo.PORT,
        "GET /docs/ordersapi1/prod/index.md HTTP/1.1",
        "Host: portico.localhost:" + PackagedDemo.PORT);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  static List<MarkdownPage> tutorials() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs/tutorial"))) {
      return pages.map(MarkdownPage::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void everyBlockDoesWhatTheTutorialSays(MarkdownPage tutorial, @TempDir Path home)
      throws IOException {
    List<MarkdownPage.Block> blocks = tutorial.blocks();
    try (Terminal terminal = new Terminal(home)) {
      int pasted = 0;
      String seen = "";
      for (MarkdownPage.Block block : blocks) {
        if (block.language().equals("text")) {
          assertTrue(shape(block.text()).matcher(seen).matches(), block.text() + "\nbut\n" + seen);
        } else if (block.language().equals("sh") && !START.matcher(block.text()).matches()) {
          seen = named(terminal.paste(ported(block.text())));
          pasted++;
        }
      }
      assertTrue(pasted > 0, "nothing was tried");
    }
  }

  /** An ellipsis stands for anything in a line; alone, for any lines. */
  private static Pattern shape(String expected) {
    String lines =
        expected
            .stripTrailing()
            .lines()
            .map(line -> line.equals("…") ? "(?s:.*?)" : inLine(line))
            .collect(Collectors.joining("\n"));
    return Pattern.compile(lines);
  }

  private static String inLine(String line) {
    return Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }

  private static String ported(String block) {
    return block
        .replace(":" + DEFAULT_PORT, ":" + PackagedDemo.PORT)
        .replace(":" + DEFAULT_IDENTITY_PORT, ":" + PackagedDemo.IDENTITY_PORT)
        .replace(":" + DEFAULT_MANAGEMENT_PORT, ":" + PackagedDemo.MANAGEMENT_PORT);
  }

  private static String named(String output) {
    return output.replace(":" + PackagedDemo.PORT, ":" + DEFAULT_PORT);
  }
}
