package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationRole;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import io.portico.testsupport.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser is told of a publication, byte by byte. */
@QuarkusTest
class PublicationEventsTest {
  private static final int PORT = 8081;

  @Inject PublishedOrders orders;
  @Inject PublicationEvents events;
  @Inject PublicationTable table;

  private final Publisher publisher = Publisher.signedInAs("publisher");
  private final Deque<RawHttp> connections = new ArrayDeque<>();

  @BeforeEach
  @AfterEach
  void reset() throws IOException {
    while (!connections.isEmpty()) {
      connections.pop().close();
    }
    orders.reset();
  }

  private String running() {
    String plan = publisher.planned("name=2026-03", "stage=prod");
    orders.run(plan);
    return plan;
  }

  private RawHttp listening(String publication) throws IOException {
    RawHttp connection = new RawHttp(PORT);
    connections.push(connection);
    String cookies =
        publisher.visitor().cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    connection.write(
        String.join(
            "\r\n",
            "GET " + publication + "/events HTTP/1.1",
            "Host: " + Visitor.PORTAL.substring("http://".length()),
            "Accept: text/event-stream",
            "Cookie: " + cookies,
            "",
            ""));
    return connection;
  }

  private static BufferedReader lines(RawHttp connection) {
    return new BufferedReader(new InputStreamReader(connection.stream(), StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader lines, String sign) throws IOException {
    StringBuilder read = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      read.append(line).append('\n');
      if (line.contains(sign)) {
        return read.toString();
      }
    }
    throw new AssertionError("The stream ended before " + sign + ":\n" + read);
  }

  @Test
  void theStreamBeginsWithWhatIsNowAndEndsWithTheEnd() throws IOException {
    String publication = running();
    BufferedReader lines = lines(listening(publication));
    String head = until(lines, "event:progress");
    assertTrue(head.startsWith("HTTP/1.1 200"), head);
    assertTrue(head.toLowerCase().contains("content-type: text/event-stream"), head);
    assertTrue(head.toLowerCase().contains("x-accel-buffering: no"), head);
    assertTrue(until(lines, "Show it on prod").contains("Step 1 of 4"));

    orders.set(publication, "step = 'CREATING', message = 'Now.'");
    assertTrue(until(lines, "Now.").contains("Step 2 of 4"));
    orders.set(publication, "state = 'DONE'");
    until(lines, "event:end");
    // The last chunk of the answer.
    until(lines, "0");
    Eventually.equal(PublicationEvents.MAX_LISTENERS, events::free);
  }

  @Test
  void whatHasEndedEndsAtOnce() throws IOException {
    String publication = running();
    orders.set(publication, "state = 'DONE'");
    String all = until(lines(listening(publication)), "data:end");
    assertFalse(all.contains("event:progress"), all);
    Eventually.equal(PublicationEvents.MAX_LISTENERS, events::free);
  }

  @Test
  void whoHearsNothingForLongHearsThatAndNothingIsToldForEver() {
    String publication = running();
    UUID id = UUID.fromString(publication.substring(publication.lastIndexOf('/') + 1));
    Publication found = table.find(OrdersApi.API.id(), id).orElseThrow();
    ApiAccess access = new ApiAccess(OrdersApi.API, DocumentationRole.VIEWER);
    List<String> told = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();
    AtomicBoolean ended = new AtomicBoolean();
    Multi.createFrom()
        .<OutboundSseEvent>emitter(
            listener -> {
              PublicationNews news = new PublicationNews(table, access, found, listener);
              while (!listener.isCancelled() && !ended.get()) {
                news.tell();
                looks.incrementAndGet();
              }
            })
        .onCompletion()
        .invoke(() -> ended.set(true))
        .subscribe()
        .with(event -> told.add(looks.get() + " " + event.getName() + " " + event.getComment()));
    assertEquals(List.of("0 progress null", "15 null still running"), told);
    assertEquals(30, looks.get());
  }

  @Test
  void aReplicaTellsSoManyAndSaysSoToTheNext() throws IOException {
    String publication = running();
    for (int i = 0; i < PublicationEvents.MAX_LISTENERS; i++) {
      until(lines(listening(publication)), "event:progress");
    }
    RawHttp.Response refused = listening(publication).read();
    assertEquals(503, refused.status());
    assertEquals("30", refused.header("Retry-After").orElseThrow());
    assertTrue(refused.text().contains("Too many people watch publications"), refused.text());
    assertTrue(refused.text().contains("/docs/problems/too-many-listeners\""), refused.text());

    connections.forEach(
        connection -> {
          try {
            connection.close();
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    Eventually.equal(PublicationEvents.MAX_LISTENERS, events::free);
    until(lines(listening(publication)), "event:progress");
  }
}
