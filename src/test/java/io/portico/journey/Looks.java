package io.portico.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What axe-core finds on pages, light and dark, in a wide window and on a phone. */
final class Looks {
  private static final List<Integer> WIDTHS = List.of(1280, 360);
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  /** By scripts, htmx' among them. */
  private static final Set<String> LOADED = Set.of("fetch", "xhr");

  /** What is told in place of a page. */
  private static final Set<Integer> REFUSALS = Set.of(403, 404);

  /** What a page loads by itself is there, and has been drawn. */
  private static final String SETTLED =
      """
      () => new Promise(done => {
        const waits = '.htmx-request, [data-document] > [role=status]';
        const look = () => document.querySelector(waits) ? setTimeout(look, 20) : done();
        requestAnimationFrame(() => requestAnimationFrame(look));
      })""";

  /** WCAG 2.2 up to AA, and what axe-core holds for good practice. */
  private static final String FINDINGS =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const {violations} = await axe.run(document, {runOnly: tags, iframes: false});
        const found = violations.map(rule =>
          `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(' | ')}`);
        const beyond = document.documentElement.scrollWidth - window.innerWidth;
        const wide = [...document.querySelectorAll('main *')]
          .filter(node => node.getBoundingClientRect().right > window.innerWidth)
          .map(node => node.outerHTML.slice(0, 100));
        return beyond > 0 ? [...found, `scrolls sideways by ${beyond}: ${wide}`] : found;
      }""";

  /** What takes the keyboard's focus and does not show it (WCAG 2.2, 2.4.7). */
  private static final String UNMARKED =
      """
      () => {
        const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
        const outlined = (node, part) => {
          const style = getComputedStyle(node, part);
          return style.content !== 'none' && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        };
        const unmarked = [...all].filter(node => {
          document.activeElement.blur();
          node.focus({ focusVisible: true, preventScroll: true });
          return document.activeElement === node && !outlined(node) && !outlined(node, '::after');
        });
        document.activeElement.blur();
        return unmarked.map(node => 'shows no focus: ' + node.outerHTML.slice(0, 100));
      }""";

  private final Set<String> paths = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();
  private final List<String> findings = new ArrayList<>();
  private int count;

  /** Notes what is loaded into pages after them. */
  void watch(Page page) {
    page.onResponse(
        answer -> {
          refused.remove(answer.url());
          if (REFUSALS.contains(answer.status())) {
            refused.add(answer.url());
          } else if (LOADED.contains(answer.request().resourceType())) {
            paths.add(URI.create(answer.url()).getPath());
          }
        });
  }

  void at(Page page) {
    at(page, page.mainFrame());
  }

  /** Looks at what stands in a frame of the page. */
  void at(Page page, Frame frame) {
    frame.waitForLoadState();
    if (!refused.contains(frame.url())) {
      paths.add(String.valueOf(URI.create(frame.url()).getPath()));
    }
    frame.evaluate(AxeBuilder.getAxeScript());
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      for (ColorScheme scheme : SCHEMES) {
        page.emulateMedia(
            new EmulateMediaOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        frame.evaluate(SETTLED);
        count++;
        note(FINDINGS, frame, "%s, %s, %d: ".formatted(frame.url(), scheme, width));
      }
    }
    note(UNMARKED, frame, frame.url() + ": ");
  }

  private void note(String looked, Frame frame, String where) {
    ((List<?>) frame.evaluate(looked)).forEach(found -> findings.add(where + found));
  }

  /** Paths of the pages looked at, and of what they loaded. */
  Set<String> paths() {
    return paths;
  }

  int count() {
    return count;
  }

  /** Those since they were last asked for, each with where it was found. */
  String findings() {
    String found = String.join("\n", findings);
    findings.clear();
    return found;
  }
}
