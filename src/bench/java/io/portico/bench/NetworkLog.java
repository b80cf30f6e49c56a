package io.portico.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page of Chromium takes over the network, by the events of its DevTools protocol; what its
 * caches answer has no length there, and a revalidation has that of its headers.
 */
final class NetworkLog {
  /** The portal's files, our own on the MLflow origin, and those of MLflow's UI. */
  private static final Pattern STATIC_FILE =
      Pattern.compile("/static/|/static-files/|/_portico/frame\\.");

  private record Transfer(String url, long bytes) {}

  private final Map<String, String> urls = new HashMap<>();
  private final List<Transfer> transfers = new ArrayList<>();

  private NetworkLog() {}

  static NetworkLog of(Page page) {
    NetworkLog log = new NetworkLog();
    CDPSession session = page.context().newCDPSession(page);
    session.on("Network.requestWillBeSent", log::request);
    session.on("Network.loadingFinished", log::finish);
    session.send("Network.enable");
    return log;
  }

  /** A redirection goes on under its first request's name. */
  private void request(JsonObject event) {
    String id = event.get("requestId").getAsString();
    if (event.has("redirectResponse")) {
      add(urls.get(id), event.getAsJsonObject("redirectResponse"));
    }
    urls.put(id, event.getAsJsonObject("request").get("url").getAsString());
  }

  private void finish(JsonObject event) {
    add(urls.get(event.get("requestId").getAsString()), event);
  }

  private void add(String url, JsonObject counted) {
    long bytes = counted.get("encodedDataLength").getAsLong();
    if (url != null && bytes > 0) {
      transfers.add(new Transfer(url, bytes));
    }
  }

  int requests() {
    return transfers.size();
  }

  /** Heads and bodies of answers, as sent. */
  long bytes() {
    return transfers.stream().mapToLong(Transfer::bytes).sum();
  }

  /** Their addresses. */
  List<String> staticFiles() {
    return transfers.stream()
        .map(Transfer::url)
        .filter(url -> STATIC_FILE.matcher(url).find())
        .toList();
  }
}
