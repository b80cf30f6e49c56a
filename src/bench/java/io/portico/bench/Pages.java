package io.portico.bench;

import io.portico.packaged.PackagedDemo;
import io.portico.testsupport.Browser;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Measures pages, the server's time by curl and the loads in Chromium: {@code [rounds=5]
 * [fetches=10] [warmup=150]}. See docs/how-to/benchmark.md.
 */
public final class Pages {
  private Pages() {}

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    try (PackagedDemo demo =
            PackagedDemo.startBy(
                Processors.ofPortal(),
                "-Dportico.sandbox.large-api=true",
                "-Dportico.documents.look-every=10S");
        Browser browser = new Browser()) {
      System.out.println(new PageRounds(options, browser, sessions(demo)).run().table());
    }
  }

  private static Map<PortalPage, String> sessions(PackagedDemo demo) throws IOException {
    Map<PortalPage, String> sessions = new EnumMap<>(PortalPage.class);
    for (PortalPage page : PortalPage.values()) {
      sessions.put(page, demo.session(page.person()));
    }
    return sessions;
  }
}
