package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names that would write into the log what did not happen. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsIT {
  private static final String FORGED =
      "1999-01-01 00:00:00,000 INFO  [portico.audit] (main) {forged}";
  private static final Pattern BEGIN =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} .*");
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202e&&[^\t]]");

  /** What editors, terminals and readers of JSON take for an end. */
  private static final List<String> BREAKS =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\u001b[2J\u001b[1;1H",
          "\"}\n",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u202e",
          "\u0000",
          "\b\b\b",
          "\u000b",
          "\f",
          "\\u000a",
          "\\n",
          "%0A",
          "<script>",
          "${x}",
          "'; DROP TABLE activity; --",
          "{\"a\":");

  private final Tally tally = Tally.of("records", "hostile names", "forged lines");
  private HostilePortal portal;
  private String viewer;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    viewer = "Authorization: Bearer " + started.token("scientist", HostilePortal.MODELS, "viewer");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void write(String name) throws IOException {
    for (String path :
        List.of(
            "/api/2.0/mlflow-artifacts/artifacts/" + encoded(name).replace("%2F", "/"),
            "/api/2.0/mlflow/runs/create?x=" + encoded(name))) {
      Answered.to(
          "PUT /api/mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Length: 0\r\n\r\n"
              .formatted(path, HostilePortal.HOST, viewer));
    }
    // As it is, in every place that a line of a log might quote.
    Answered.to(
        "GET /app/%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %1$s\r\nX-Request-Id: %1$s\r\nReferer: %1$s\r\n\r\n"
            .formatted(name.replaceAll("[\r\n ]", "\u001b"), HostilePortal.HOST));
    Answered.to(
        "GET /app/signed-in?code=%s&state=%1$s HTTP/1.1\r\nHost: %s\r\n\r\n"
            .formatted(encoded(name), HostilePortal.HOST));
    Answered.to(
        "POST /mcp HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(HostilePortal.HOST, viewer, call(name).length(), call(name)));
  }

  private static String call(String name) {
    String params =
        new JsonObject()
            .put("name", name)
            .put("arguments", new JsonObject().put("x", name))
            .encode();
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + params + "}";
    return call.chars().allMatch(c -> c < 0x80) ? call : "{}";
  }

  @Test
  @Holds(Promise.RECORDS_ARE_ONE_LINE)
  void aHostileNameFillsOneLine() throws IOException {
    for (String end : BREAKS) {
      tally.count(1);
      write("name" + end + FORGED);
      String subject = "per" + end + FORGED;
      portal.session(encoded(subject));
    }
    List<String> wrong = new ArrayList<>();
    List<String> naming =
        portal.logLines().stream().filter(line -> line.contains("forged")).toList();
    for (String line : naming) {
      if (line.startsWith(FORGED.substring(0, 19))
          || !BEGIN.matcher(line).matches()
          || CONTROLS.matcher(line).find()) {
        wrong.add(line);
      }
    }
    wrong.forEach(tally::failed);
    assertEquals(List.of(), wrong);
    assertTrue(
        naming.stream().filter(line -> line.contains("\"action\":\"SIGN_IN\"")).count()
            >= BREAKS.size(),
        naming::toString);
    assertTrue(
        naming.stream().anyMatch(line -> line.contains("\"result\":\"DENIED\"")), naming::toString);
  }
}
