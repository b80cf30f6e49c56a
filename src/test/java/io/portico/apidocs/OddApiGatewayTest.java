package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import io.portico.testsupport.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An API Gateway that holds what somebody else's tool has written, and answers oddly. */
@Timeout(60)
class OddApiGatewayTest {
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);
  private static final RestApi API = new RestApi("oddapi1234", "odd", "", Map.of());

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile String held = "";
  private volatile int heldStatus;
  private HttpServer server;
  private ApiGatewayConnection connection;
  private ApiGatewayDocumentation gateway;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(executor);
    server.start();
    connection = GatewayFixture.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    gateway = new ApiGatewayDocumentation(connection);
  }

  @AfterEach
  void stop() {
    connection.close();
    release.countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(held)) {
      asked.incrementAndGet();
      try {
        release.await(40, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.sendResponseHeaders(heldStatus, -1);
      exchange.close();
      return;
    }
    String list = path.substring(path.lastIndexOf('/') + 1);
    byte[] body = answers.getOrDefault(list, "{\"item\":[]}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Keeps those who ask for a path waiting, and then gives them a status. */
  private CountDownLatch hold(String path, int status) {
    held = path;
    heldStatus = status;
    return release;
  }

  private Draft draft() {
    return new Drafts(gateway, GatewayFixture.Config.NOBODY).of(API);
  }

  @Test
  void aListThatLeadsBackToItselfIsGivenUp() {
    answers.put("parts", "{\"item\":[],\"position\":\"again\"}");
    ApiGatewayFailure failure =
        assertThrows(ApiGatewayFailure.class, () -> gateway.parts("oddapi1234"));
    assertEquals(Kind.AWAY, failure.kind());
  }

  @Test
  void anEmptyPositionIsTheEnd() {
    answers.put("parts", "{\"item\":[],\"position\":\"\"}");
    assertEquals(List.of(), gateway.parts("oddapi1234").parts());
  }

  @Test
  void whatCannotBeDocumentedHidesNothingElse() {
    answers.put(
        "models",
        """
        {"item":[{"name":"Pet","schema":"{\\"properties\\":{\\"\\":{},\\"\\\\u0007\\":{},\\"\\\\ud800\\":{},\\"name\\":{}}}"},
        {"name":"","schema":"{}"},{"schema":"{}"}]}""");
    answers.put("authorizers", "{\"item\":[{\"name\":\"\"},{},{\"name\":\"staff\"}]}");
    answers.put(
        "resources",
        """
        {"item":[{"path":"/pets","resourceMethods":{"GET":{"requestParameters":
        {"method.request.querystring.":true,"method.request.querystring.size":true}},"BREW":{}}},{"path":"pots"}]}""");
    assertEquals(
        List.of(
            "AUTHORIZER staff",
            "MODEL Pet",
            "MODEL Pet.name",
            "RESOURCE /pets",
            "METHOD GET /pets",
            "QUERY_PARAMETER GET /pets size"),
        draft().contents().entries().skip(1).map(OddApiGatewayTest::words).toList());
  }

  private static String words(Entry entry) {
    Location place = entry.location();
    return String.join(" ", place.type().name(), place.method(), place.path(), place.name())
        .replaceAll(" +", " ")
        .strip();
  }

  @Test
  void aPartWithoutAPlaceIsShownAsUnreadable() {
    answers.put(
        "parts",
        "{\"item\":[{\"id\":\"a\"},{\"id\":\"b\",\"location\":{}},"
            + "{\"id\":\"c\",\"location\":{\"type\":\"FUTURE\"}}]}");
    assertEquals(
        List.of("a", "b", "c"), draft().unreadable().stream().map(UnreadablePart::id).toList());
  }

  private static RestApi api(String id) {
    return new RestApi(id, id, "", Map.of());
  }

  @Test
  void whoWaitsForTheSameDraftFailsTogether() throws Exception {
    CountDownLatch answer = hold("/restapis/held/resources", 400);
    Drafts drafts = new Drafts(gateway, GatewayFixture.Config.NOBODY);
    List<Thread> people = new ArrayList<>();
    AtomicInteger told = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      Thread person =
          new Thread(
              () -> {
                assertThrows(ApiGatewayFailure.class, () -> drafts.of(api("held")));
                told.incrementAndGet();
              });
      person.start();
      people.add(person);
    }
    Eventually.equal(1, asked::get);
    Eventually.equal(
        7L, () -> people.stream().filter(person -> WAITING.contains(person.getState())).count());
    answer.countDown();
    for (Thread person : people) {
      person.join();
    }
    assertEquals(8, told.get());
    assertEquals(1, asked.get());
  }

  @Test
  void anApiThatIsBeingReadHoldsUpNoOther() {
    CountDownLatch answer = hold("/restapis/held/resources", 400);
    Drafts drafts = new Drafts(gateway, GatewayFixture.Config.NOBODY);
    Thread patient =
        new Thread(() -> assertThrows(RuntimeException.class, () -> drafts.of(api("held"))));
    patient.start();
    Eventually.equal(1, asked::get);
    Thread others =
        new Thread(() -> IntStream.range(0, 64).forEach(i -> drafts.of(api("other" + i))));
    others.start();
    Eventually.equal(Thread.State.TERMINATED, others::getState);
    answer.countDown();
  }

  @Test
  void anApiWithoutANameHasItsId() {
    answers.put("restapis", "{\"item\":[{\"id\":\"oddapi1234\"}]}");
    assertEquals(List.of("oddapi1234"), gateway.restApis().stream().map(RestApi::name).toList());
  }

  @Test
  void aVersionWithoutADateIsAsOldAsCanBe() {
    answers.put(
        "versions", "{\"item\":[{\"version\":\"1\"},{\"version\":\"2\",\"createdDate\":7.9}]}");
    assertEquals(
        List.of(
            new DocumentationVersion("1", "", Instant.EPOCH),
            new DocumentationVersion("2", "", Instant.ofEpochSecond(7))),
        new ApiGatewayVersions(connection).versions("oddapi1234"));
  }
}
