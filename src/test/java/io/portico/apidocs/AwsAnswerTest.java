package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.portico.apidocs.ApiGatewayFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API Gateway that answers with one error, whatever it is asked. */
@Timeout(60)
class AwsAnswerTest {
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private ApiGatewayConnection connection;
  private ApiGatewayDocumentation gateway;
  private int status;
  private String type;
  private Optional<String> wait = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = "{\"message\":\"It says why.\"}".getBytes(StandardCharsets.UTF_8);
          Optional.ofNullable(type)
              .ifPresent(error -> exchange.getResponseHeaders().add("x-amzn-ErrorType", error));
          wait.ifPresent(value -> exchange.getResponseHeaders().add("Retry-After", value));
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    connection = GatewayFixture.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    gateway = new ApiGatewayDocumentation(connection);
  }

  @AfterEach
  void stop() {
    connection.close();
    server.stop(0);
  }

  /** Two types share status 429: facts of API Gateway's service model. */
  @ParameterizedTest
  @CsvSource({
    "429, LimitExceededException, QUOTA, 1",
    "429, TooManyRequestsException, BUSY, 4",
    "400, BadRequestException, REFUSED, 1",
    "400, ValidationException, REFUSED, 1",
    "401, UnauthorizedException, DENIED, 1",
    "403, AccessDeniedException, DENIED, 1",
    "404, NotFoundException, NOT_FOUND, 1",
    "409, ConflictException, CONFLICT, 1",
    "503, ServiceUnavailableException, AWAY, 4",
  })
  void theTypeDecides(int answer, String error, Kind kind, int calls) {
    status = answer;
    type = error;
    ApiGatewayFailure failure =
        assertThrows(ApiGatewayFailure.class, () -> gateway.stages("ordersapi1"));
    assertEquals(kind, failure.kind());
    assertEquals("It says why.", failure.getMessage());
    assertEquals(Optional.empty(), failure.retryAfter());
    assertEquals(calls, asked.get());
  }

  @ParameterizedTest
  @CsvSource({"429, TooManyRequestsException, BUSY", "503, ServiceUnavailableException, AWAY"})
  void whoShallComeBackLaterIsToldWhen(int answer, String error, Kind kind) {
    status = answer;
    type = error;
    wait = Optional.of("17");
    ApiGatewayFailure failure =
        assertThrows(ApiGatewayFailure.class, () -> gateway.stages("ordersapi1"));
    assertEquals(kind, failure.kind());
    assertEquals(Optional.of(Duration.ofSeconds(17)), failure.retryAfter());
    assertEquals(1, asked.get());
  }

  /** As load balancers and firewalls on the way answer. */
  @ParameterizedTest
  @CsvSource({"403, DENIED", "429, QUOTA", "502, AWAY"})
  void anErrorWithoutATypeHasItsStatus(int answer, Kind kind) {
    status = answer;
    ApiGatewayFailure failure =
        assertThrows(ApiGatewayFailure.class, () -> gateway.stages("ordersapi1"));
    assertEquals(kind, failure.kind());
  }

  @Test
  void repeatedCallsAreOfTheBudgetToo() {
    status = 503;
    type = "ServiceUnavailableException";
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    ApiGatewayConnection poor = GatewayFixture.at(endpoint, new CallBudget(2, Duration.ofNanos(1)));
    try {
      ApiGatewayFailure failure =
          assertThrows(
              ApiGatewayFailure.class,
              () -> new ApiGatewayDocumentation(poor).stages("ordersapi1"));
      assertEquals(Kind.BUSY, failure.kind());
      assertEquals(2, asked.get());
    } finally {
      poor.close();
    }
  }

  @Test
  void resourcesAreReadMoreSeldom() {
    status = 404;
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    ApiGatewayConnection poor = GatewayFixture.at(endpoint, new CallBudget(6, Duration.ofNanos(1)));
    ApiGatewayDocumentation documentation = new ApiGatewayDocumentation(poor);
    try {
      for (Kind kind : List.of(Kind.NOT_FOUND, Kind.NOT_FOUND, Kind.NOT_FOUND, Kind.BUSY)) {
        ApiGatewayFailure failure =
            assertThrows(ApiGatewayFailure.class, () -> documentation.entities("ordersapi1"));
        assertEquals(kind, failure.kind());
      }
      assertEquals(3, asked.get());
    } finally {
      poor.close();
    }
  }

  /** AWS allows them so seldom that to repeat them is to break their quota. */
  @ParameterizedTest
  @CsvSource({"429, TooManyRequestsException, BUSY", "503, ServiceUnavailableException, AWAY"})
  void versionsAndImportsAreSentOnce(int answer, String error, Kind kind) {
    status = answer;
    type = error;
    ApiGatewayFailure version =
        assertThrows(
            ApiGatewayFailure.class,
            () -> new ApiGatewayVersions(connection).createVersion("ordersapi1", "1.0.0", ""));
    assertEquals(kind, version.kind());
    assertEquals(1, asked.get());
    ApiGatewayFailure parts =
        assertThrows(
            ApiGatewayFailure.class,
            () -> gateway.importParts("ordersapi1", "{}", ImportMode.MERGE, false));
    assertEquals(kind, parts.kind());
    assertEquals(2, asked.get());
  }

  @Test
  void whereNobodyListensItIsAway() {
    server.stop(0);
    ApiGatewayFailure failure =
        assertThrows(ApiGatewayFailure.class, () -> gateway.stages("ordersapi1"));
    assertEquals(Kind.AWAY, failure.kind());
  }
}
