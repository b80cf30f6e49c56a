package io.portico.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.portico.testsupport.Browser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Interleaved rounds, after a warm-up. */
final class PageRounds {
  private static final double KIB = 1024;

  private final Browser browser;
  private final Map<PortalPage, String> sessions;
  private final int rounds;
  private final int fetches;
  private final int warmUp;
  private final PageFigures figures = new PageFigures();

  /**
   * Rounds to be run.
   *
   * @param sessions the cookies of whoever looks at a page
   */
  PageRounds(Options options, Browser browser, Map<PortalPage, String> sessions) {
    this.browser = browser;
    this.sessions = sessions;
    rounds = options.number("rounds", 5);
    fetches = options.number("fetches", 10);
    warmUp = options.number("warmup", 150);
  }

  PageFigures run() {
    for (PortalPage page : PortalPage.values()) {
      for (int i = 0; i < warmUp; i++) {
        PageFetch.compressed(page, sessions.get(page));
      }
    }
    for (int round = 1; round <= rounds; round++) {
      System.err.println("Round " + round + " of " + rounds);
      sessions.forEach(this::fetch);
      sessions.forEach(this::visit);
    }
    return figures;
  }

  private void fetch(PortalPage page, String session) {
    for (int i = 0; i < fetches; i++) {
      PageFetch compressed = PageFetch.compressed(page, session);
      figures.add(page, PageFigure.FIRST_BYTE, compressed.first() * 1e3);
      figures.add(page, PageFigure.LAST_BYTE, compressed.last() * 1e3);
      figures.add(page, PageFigure.COMPRESSED, compressed.bytes() / KIB);
    }
    figures.add(page, PageFigure.PLAIN, PageFetch.plain(page, session).bytes() / KIB);
  }

  /** A browser that knows nothing yet, and once more in a new tab. */
  private void visit(PortalPage page, String session) {
    Page tab = browser.newPage();
    try (BrowserContext context = tab.context()) {
      context.addCookies(cookies(session));
      NetworkLog first = load(page, tab);
      figures.add(page, PageFigure.FIRST_REQUESTS, first.requests());
      figures.add(page, PageFigure.FIRST_KIB, first.bytes() / KIB);
      NetworkLog second = load(page, context.newPage());
      figures.add(page, PageFigure.SECOND_REQUESTS, second.requests());
      figures.add(page, PageFigure.SECOND_KIB, second.bytes() / KIB);
      figures.add(page, PageFigure.SECOND_STATIC, second.staticFiles().size());
      second.staticFiles().forEach(file -> System.err.println("Fetched again: " + file));
    }
  }

  /** What was set, as a browser keeps it. */
  static List<Cookie> cookies(String session) {
    return Arrays.stream(session.split("; "))
        .map(cookie -> cookie.split("=", 2))
        .map(parts -> new Cookie(parts[0], parts[1]).setUrl(PortalPage.PORTAL))
        .toList();
  }

  private static NetworkLog load(PortalPage page, Page tab) {
    NetworkLog log = NetworkLog.of(tab);
    tab.navigate(page.url());
    tab.waitForLoadState(LoadState.NETWORKIDLE);
    return log;
  }
}
