package io.portico.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * curl, one page by itself.
 *
 * @param first until the first byte, in seconds
 * @param last until the last byte, in seconds
 * @param bytes of the body as sent
 */
record PageFetch(double first, double last, long bytes) {
  /** As Chromium sends it, over HTTP. */
  private static final String CODINGS = "Accept-Encoding: gzip, deflate";

  static PageFetch compressed(PortalPage page, String session) {
    return of(page, session, List.of("-H", CODINGS));
  }

  static PageFetch plain(PortalPage page, String session) {
    return of(page, session, List.of());
  }

  private static PageFetch of(PortalPage page, String session, List<String> more) {
    List<String> words = new ArrayList<>(List.of("curl", "-sS", "-f", "-o", "/dev/null"));
    words.addAll(List.of("-H", "Accept: text/html", "-H", "Cookie: " + session));
    words.addAll(more);
    words.addAll(
        List.of("-w", "%{http_code} %{size_download} %{time_starttransfer} %{time_total}"));
    words.add(page.url());
    String[] told = Command.output(words).split(" ");
    if (!told[0].equals("200")) {
      throw new IllegalStateException(page.url() + " answered " + told[0]);
    }
    return new PageFetch(
        Double.parseDouble(told[2]), Double.parseDouble(told[3]), Long.parseLong(told[1]));
  }
}
