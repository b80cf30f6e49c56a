package io.portico.testsupport;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The installed Chromium, without a window; one context for each test. */
public final class Browser implements AutoCloseable {
  /** It asks nobody but the pages' servers. */
  public static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;

  /** Waits end with what is waited for; machines differ. */
  private static final double PATIENCE_MS = 30_000;

  private final com.microsoft.playwright.Browser browser;

  public Browser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright = playwright();
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET));
  }

  /** Playwright without browsers of its own. */
  public static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Where it is installed. */
  public static Path chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser tests need Chromium: see docs/how-to/build-and-test.md"));
  }

  /** A page with cookies and storage of its own. */
  public Page newPage() {
    BrowserContext context = browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
