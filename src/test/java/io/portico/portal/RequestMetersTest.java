package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestMetersTest {
  private static final String PORTAL = "Host: portico.localhost:8081";
  private static final String MLFLOW = "Host: mlflow.portico.localhost:8081";

  private static List<String> series(String part) throws IOException {
    return RawHttp.send(9001, "GET /q/metrics HTTP/1.1", "Host: localhost:9001")
        .text()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds") && line.contains(part))
        .toList();
  }

  private static List<String> seriesNow(String part) {
    try {
      return series(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many requests of that client for that route were measured. */
  private static long count(String client, String uri) {
    return seriesNow(uri).stream()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .filter(line -> line.contains(client))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .mapToLong(value -> (long) Double.parseDouble(value))
        .sum();
  }

  @Test
  void noStrangerMakesATimeSeries() throws IOException {
    for (int i = 0; i < 3; i++) {
      RawHttp.send(8081, "INVENTED" + i + " /api/mlflow/echo/version HTTP/1.1", PORTAL);
      RawHttp.send(8081, "INVENTED" + i + " /mlflow/echo/ HTTP/1.1", MLFLOW);
      RawHttp.send(8081, "INVENTED" + i + " /app HTTP/1.1", PORTAL);
      RawHttp.send(8081, "POST /invented-" + i + " HTTP/1.1", PORTAL, "Content-Length: 0");
      RawHttp.send(8081, "GET /invented-" + i + " HTTP/1.1", "Host: evil.example");
      RawHttp.send(8081, "GET /invented-" + i + " HTTP/1.1", PORTAL, PORTAL);
    }
    assertEquals(
        List.of(),
        Stream.concat(series("INVENTED").stream(), series("invented").stream()).toList());
  }

  @Test
  void pagesAndLanesAreMeasured() throws IOException {
    RawHttp.send(8081, "GET /app/mlflow HTTP/1.1", PORTAL);
    RawHttp.send(8081, "GET /api/mlflow/echo/version HTTP/1.1", PORTAL);
    assertFalse(series("uri=\"REDIRECTION\"").isEmpty());
    assertFalse(series("status=\"401\",uri=\"/api/mlflow/{server}\"").isEmpty());
  }

  @Test
  void programsAreMeasuredApartFromPeople() throws IOException {
    String mode = "Sec-Fetch-Mode: navigate";
    String llms = "uri=\"/llms.txt\"";
    long browsers = count("client=\"browser\"", llms);
    long programs = count("client=\"program\"", llms);
    RawHttp.send(8081, "GET /llms.txt HTTP/1.1", PORTAL);
    RawHttp.send(8081, "GET /llms.txt HTTP/1.1", PORTAL, mode);
    RawHttp.send(8081, "GET /llms.txt HTTP/1.1", PORTAL, mode, "Authorization: Bearer x");
    // What is measured ends after its response.
    Eventually.equal(browsers + 1, () -> count("client=\"browser\"", llms));
    Eventually.equal(programs + 2, () -> count("client=\"program\"", llms));
  }
}
