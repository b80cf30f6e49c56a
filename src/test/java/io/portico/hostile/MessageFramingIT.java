package io.portico.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages whose end two readers could see in two places. Behind the end that a careless one sees
 * stands a request of somebody else, which must never be taken for one (RFC 9112, 6 and 11.2).
 */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageFramingIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String SEARCH = "/ajax-api/2.0/mlflow/runs/search";

  private final Tally tally = Tally.of("framing", "messages", "smuggled requests");
  private HostilePortal portal;
  private String bearer;
  private String frame;
  private String session;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    bearer = "Authorization: Bearer " + started.token("lead", HostilePortal.MODELS, "manager");
    frame = "Cookie: " + started.frame("lead", HostilePortal.MODELS);
    session = "Cookie: " + started.session("lead");
  }

  /** A request that its sender hides in another's body. */
  private String hidden(int number) {
    return "GET /api/mlflow/models/ajax-api/2.0/mlflow/runs/get?run_id=hidden-%d HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
        .formatted(number, HostilePortal.HOST, bearer);
  }

  /** The request lines and credentials under which a message comes in. */
  private Stream<String> doors(String version) {
    return Stream.of(
        "POST /api/mlflow/models%s %s\r\nHost: %s\r\n%s\r\n"
            .formatted(SEARCH, version, HostilePortal.HOST, bearer),
        "POST /mlflow/models%s %s\r\nHost: %s\r\n%s\r\nOrigin: http://%3$s\r\n"
            .formatted(SEARCH, version, HostilePortal.MLFLOW, frame),
        "POST /api/mlflow/models%s %s\r\nHost: %s\r\n"
            .formatted(SEARCH, version, HostilePortal.HOST),
        "POST /api/mlflow/models/nothing %s\r\nHost: %s\r\n%s\r\n"
            .formatted(version, HostilePortal.HOST, bearer),
        "POST /api/mlflow/models//nothing/.. %s\r\nHost: %s\r\n%s\r\n"
            .formatted(version, HostilePortal.HOST, bearer),
        "POST /mcp %s\r\nHost: %s\r\n%s\r\n".formatted(version, HostilePortal.HOST, bearer),
        "POST /api/tools/list_apis %s\r\nHost: %s\r\n%s\r\n"
            .formatted(version, HostilePortal.HOST, bearer),
        "POST /app/tokens %s\r\nHost: %s\r\n%s\r\nOrigin: http://%2$s\r\n"
            .formatted(version, HostilePortal.HOST, session),
        "POST /app/tokens %s\r\nHost: elsewhere.example\r\n".formatted(version),
        "GET /app %s\r\nHost: %s\r\n%s\r\n".formatted(version, HostilePortal.HOST, session),
        "GET /static/nothing.js %s\r\nHost: %s\r\n".formatted(version, HostilePortal.HOST));
  }

  /** Lines that say how long a body is, and the body; {@code HIDDEN} is the hidden request. */
  record Message(String name, String version, String lines, String body) {
    static Message of(String lines, String body) {
      return new Message(lines + " / " + body, "HTTP/1.1", lines, body);
    }

    /** {@code LENGTH} in the lines is the body's, with the hidden request in its place. */
    String under(String door, String hidden) {
      String whole = body.replace("HIDDEN", hidden);
      return door
          + "Content-Type: application/json\r\n"
          + lines
              .replace("LENGTH", Integer.toString(whole.length()))
              .replace("HIDDEN", Integer.toString(hidden.length()))
          + "\r\n\r\n"
          + whole;
    }

    @Override
    public String toString() {
      return name.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
  }

  /** With a length and chunks, or with two lengths. */
  static Stream<Message> readInTwoWays() {
    String chunk = "2\r\n{}\r\n0\r\n\r\nHIDDEN";
    return Stream.concat(
        Stream.of(
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: LENGTH",
                "Content-Length: LENGTH\r\ntransfer-encoding: CHUNKED",
                "Content-Length: LENGTH\r\nTransfer-Encoding:chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: \tchunked\t",
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunked, identity",
                "Content-Length: LENGTH\r\nTransfer-Encoding: identity, chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: identity",
                "Content-Length: LENGTH\r\nTransfer-Encoding: gzip, chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunked, chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: xchunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunkedx",
                "Content-Length: LENGTH\r\nTransfer-Encoding: \"chunked\"",
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunked;q=1",
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunked\u000b",
                "Content-Length: LENGTH\r\nTransfer-Encoding: \u000bchunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: ,chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding:",
                "Content-Length: LENGTH\r\nTransfer-Encoding: x\r\nTransfer-Encoding: chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x",
                "Content-Length: LENGTH\r\nTransfer-Encoding : chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding\t: chunked",
                "Content-Length: LENGTH\r\n Transfer-Encoding: chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding:\r\n chunked",
                "Content-Length: LENGTH\r\nTransfer-Encoding\0: chunked",
                "Content-Length: LENGTH\r\nX-A: b\nTransfer-Encoding: chunked",
                "Content-Length: LENGTH\r\nX-A: b\rTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length : LENGTH")
            .map(lines -> Message.of(lines, chunk)),
        Stream.of(
                "Content-Length: 0\r\nContent-Length: LENGTH",
                "Content-Length: LENGTH\r\nContent-Length: 0",
                "Content-Length: LENGTH\r\ncontent-length: 0",
                "Content-Length: 0, LENGTH",
                "Content-Length: LENGTH, 0",
                "Content-Length: 0\r\n , LENGTH",
                "Content-Length: +LENGTH",
                "Content-Length: -LENGTH",
                "Content-Length: LENGTH.0",
                "Content-Length: 0xLENGTH",
                "Content-Length: 1e2",
                "Content-Length: LENGTH;",
                "Content-Length: \"LENGTH\"",
                "Content-Length: ",
                "Content-Length: 1 0",
                "Content-Length: 0\0LENGTH",
                "Content-Length: 99999999999999999999999",
                "Content-Length: 18446744073709551616",
                "Content-Length: \u0661",
                "Content-Length : LENGTH",
                "Content-Length\t: LENGTH",
                "Content-Length\0: LENGTH",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: x\r\nTransfer-Encoding: y")
            .map(lines -> Message.of(lines, "HIDDEN")));
  }

  /** Chunks that end in two places. */
  static Stream<Message> oddChunks() {
    return Stream.concat(
        Stream.of(
                "0\n\nHIDDEN",
                "0\r\n\nHIDDEN",
                "0\n\r\nHIDDEN",
                "0\r\r\nHIDDEN",
                "2\n{}\n0\n\nHIDDEN",
                "2\r\n{}0\r\n\r\nHIDDEN",
                "2\r\n{}\n0\r\n\r\nHIDDEN",
                "1\r\n{}\r\n0\r\n\r\nHIDDEN",
                "2;\n{}\r\n0\r\n\r\nHIDDEN",
                "2;a\nb\r\n{}\r\n0\r\n\r\nHIDDEN",
                "0;\n\r\n\r\nHIDDEN",
                "0;a=\"\r\n\r\nHIDDEN\"\r\n\r\n",
                "0x0\r\n\r\nHIDDEN",
                "+0\r\n\r\nHIDDEN",
                "-0\r\n\r\nHIDDEN",
                "-1\r\n\r\nHIDDEN",
                "\r\n0\r\n\r\nHIDDEN",
                "g\r\n\r\nHIDDEN",
                "0_0\r\n\r\nHIDDEN",
                "0,0\r\n\r\nHIDDEN",
                "10000000000000000\r\n\r\nHIDDEN",
                "100000000\r\n\r\nHIDDEN",
                "FFFFFFFFFFFFFFFF\r\n\r\nHIDDEN",
                "80000000\r\n\r\nHIDDEN",
                "\u0660\r\n\r\nHIDDEN")
            .map(body -> Message.of("Transfer-Encoding: chunked", body)),
        Stream.of(
            new Message(
                "1.0 with chunks",
                "HTTP/1.0",
                "Connection: keep-alive\r\nTransfer-Encoding: chunked",
                "0\r\n\r\nHIDDEN"),
            new Message(
                "1.0 with both",
                "HTTP/1.0",
                "Connection: keep-alive\r\nContent-Length: LENGTH\r\nTransfer-Encoding: chunked",
                "0\r\n\r\nHIDDEN")));
  }

  /** Messages with one reading, in which something only looks like a request. */
  static Stream<Message> readInOneWay() {
    return Stream.of(
        Message.of("Content-Length: LENGTH", "HIDDEN"),
        Message.of("Content-Length: LENGTH", "0\r\n\r\nHIDDEN"),
        Message.of("Content-Length: LENGTH\r\nContent-Length: LENGTH", "HIDDEN"),
        Message.of("Content-Length: LENGTH\r\nTransfer_Encoding: chunked", "0\r\n\r\nHIDDEN"),
        Message.of("Content-Length: LENGTH\r\nX-Transfer-Encoding: chunked", "0\r\n\r\nHIDDEN"),
        Message.of("Content-Length: LENGTH\r\nContent-Encoding: chunked", "0\r\n\r\nHIDDEN"),
        Message.of("Content-Length: LENGTH\r\nExpect: 100-continue", "HIDDEN"),
        Message.of("Content-Length: LENGTH\r\nExpect: x", "HIDDEN"),
        Message.of("Content-Length: LENGTH\r\nUpgrade: h2c\r\nConnection: Upgrade", "HIDDEN"),
        Message.of("Content-Length: LENGTH\r\nConnection: close", "HIDDEN"),
        Message.of("Content-Length: LENGTH\r\nConnection: Content-Length", "HIDDEN"),
        Message.of("Transfer-Encoding: chunked\r\nConnection: Transfer-Encoding", chunkOfHidden()),
        Message.of("Transfer-Encoding: chunked", chunkOfHidden()),
        Message.of("Transfer-Encoding: chunked\r\nTrailer: X-A", "0\r\nX-A: HIDDEN"));
  }

  private static String chunkOfHidden() {
    // As long as the hidden request is, whatever its number: it is written with all digits.
    return "SIZE\r\nHIDDEN\r\n0\r\n\r\n";
  }

  private List<String> smuggled(Message message, Set<Integer> allowed) {
    return doors(message.version())
        .parallel()
        .flatMap(
            door -> {
              int number = NUMBER.incrementAndGet();
              String hidden = hidden(number);
              String bytes =
                  message.under(door, hidden).replace("SIZE", Integer.toHexString(hidden.length()));
              return problem(door, number, conversation(bytes, !allowed.isEmpty()), allowed);
            })
        .toList();
  }

  private Stream<String> problem(String door, int number, Answered answered, Set<Integer> allowed) {
    tally.count(1);
    boolean reached =
        portal.upstream().received().stream()
            .anyMatch(request -> request.target().endsWith("hidden-" + number));
    long finals = answered.statuses().stream().filter(status -> status >= 200).count();
    boolean cutAsRefused =
        allowed.isEmpty() || allowed.contains(answered.status()) && answered.isCut();
    return !reached && finals <= 1 && cutAsRefused
        ? Stream.of()
        : Stream.of(
            "%s gave %s%s%s"
                .formatted(
                    door.lines().findFirst().orElseThrow(),
                    answered.statuses(),
                    answered.isCut() ? "" : ", not cut",
                    reached ? ", hidden request sent" : ""));
  }

  private static Answered conversation(String bytes, boolean untilCut) {
    try {
      return untilCut ? Answered.untilCut(bytes) : Answered.toAll(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource({"readInTwoWays", "oddChunks"})
  @Holds(Promise.ONE_READING_OF_A_MESSAGE)
  void whatCanBeReadInTwoWaysIsRefusedAndCut(Message message) {
    List<String> problems = smuggled(message, Set.of(Answered.CUT, 400, 413, 431, 501));
    problems.forEach(tally::failed);
    assertEquals(List.of(), problems);
  }

  @ParameterizedTest
  @MethodSource("readInOneWay")
  @Holds(Promise.ONE_READING_OF_A_MESSAGE)
  void aBodyIsNeverARequest(Message message) {
    List<String> problems = smuggled(message, Set.of());
    problems.forEach(tally::failed);
    assertEquals(List.of(), problems);
  }

  /** So the suite would see it. */
  @Test
  void aRequestBehindAnotherIsAnswered() throws IOException {
    Answered answered =
        Answered.toAll(
            new Message("two", "HTTP/1.1", "Content-Length: 2", "{}HIDDEN")
                .under(doors("HTTP/1.1").findFirst().orElseThrow(), hidden(0)));
    assertEquals(List.of(200, 200), answered.statuses(), answered::text);
    assertTrue(
        portal.upstream().received().stream().anyMatch(r -> r.target().endsWith("hidden-0")));
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void hugeHeadsAreRefused() throws IOException {
    String start =
        "GET /api/mlflow/models/version HTTP/1.1\r\nHost: " + HostilePortal.HOST + "\r\n";
    assertEquals(431, Answered.to(start + "X-A: " + "a".repeat(20_000) + "\r\n\r\n").status());
    assertEquals(431, Answered.to(start + "X-A: b\r\n".repeat(5_000) + "\r\n").status());
    assertEquals(
        414,
        Answered.to(
                "GET /"
                    + "a".repeat(20_000)
                    + " HTTP/1.1\r\nHost: "
                    + HostilePortal.HOST
                    + "\r\n\r\n")
            .status());
    tally.count(3);
  }

  static Stream<String> requestLines() {
    String path = "/api/mlflow/models/version";
    return Stream.of(
        "GET " + path,
        "GET " + path + " HTTP/0.9",
        "GET " + path + " HTTP/1.2",
        "GET " + path + " HTTP/2.0",
        "GET " + path + " HTTP/3",
        "GET " + path + " HTTP/11",
        "GET " + path + " http/1.1",
        "GET " + path + " XTTP/1.1",
        "GET " + path + " HTTP/1.1 x",
        "GET  " + path + "  HTTP/1.1",
        "GET\t" + path + "\tHTTP/1.1",
        " GET " + path + " HTTP/1.1",
        "GET " + path + "\u000bHTTP/1.1",
        "G\0ET " + path + " HTTP/1.1",
        "GET " + path + "\0 HTTP/1.1",
        "PRI * HTTP/2.0",
        "CONNECT elsewhere.example:443 HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "TRACE " + path + " HTTP/1.1",
        "get " + path + " HTTP/1.1",
        "G(T " + path + " HTTP/1.1",
        "GET http://elsewhere.example" + path + " HTTP/1.1",
        "GET http://" + HostilePortal.HOST + path + " HTTP/1.1");
  }

  @ParameterizedTest
  @MethodSource("requestLines")
  @Holds(Promise.ONE_READING_OF_A_MESSAGE)
  void anOddRequestLineReachesNothing(String line) throws IOException {
    tally.count(1);
    Answered answered =
        Answered.toAll(line + "\r\nHost: " + HostilePortal.HOST + "\r\n" + bearer + "\r\n\r\n");
    // RFC 9112, 3: a recipient may part the words of a line at any white space.
    boolean may = line.matches("\\s*GET\\s+/[^\\s\0]+\\s+HTTP/1\\.1");
    assertTrue(may || answered.status() >= 400 || answered.isCut(), answered::text);
    assertFalse(answered.text().contains(bearer), "echoed");
    assertTrue(may || portal.upstream().received().isEmpty(), line);
  }
}
