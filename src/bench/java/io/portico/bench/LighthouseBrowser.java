package io.portico.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.portico.testsupport.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Chromium with a person signed in, which Lighthouse drives by its DevTools port. */
final class LighthouseBrowser implements AutoCloseable {
  private static final int PORT = 9222;

  private static final List<String> LIGHTHOUSE =
      List.of(
          "node",
          "target/lighthouse/node_modules/lighthouse/cli/index.js",
          "--port=" + PORT,
          "--disable-storage-reset",
          "--output=json",
          "--quiet");

  private final Playwright playwright = Browser.playwright();
  private final BrowserContext context;

  LighthouseBrowser(String session) throws IOException {
    context =
        playwright
            .chromium()
            .launchPersistentContext(
                Files.createTempDirectory(Path.of("target"), "lighthouse"),
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(Browser.chromium())
                    .setArgs(
                        Stream.concat(
                                Browser.QUIET.stream(),
                                Stream.of("--remote-debugging-port=" + PORT))
                            .toList()));
    context.addCookies(PageRounds.cookies(session));
  }

  /** With the person's cookies, and nothing else of earlier looks. */
  LighthouseReport look(String url, List<String> words) {
    Page page = context.pages().get(0);
    CDPSession network = context.newCDPSession(page);
    network.send("Network.clearBrowserCache");
    network.detach();
    return LighthouseReport.of(Command.output(Command.words(LIGHTHOUSE, words, url)));
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
