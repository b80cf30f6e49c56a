package io.portico.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A tracking server by hand: writes down what it is sent byte for byte, and answers whatever bytes
 * a test wants.
 */
final class HostileUpstream implements AutoCloseable {
  /** Stands in every polite answer, so in everything that somebody without a right must not see. */
  static final String KEPT = "kept-by-upstream-5f1d";

  private final ServerSocket listener;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Received> unchecked = new ConcurrentLinkedQueue<>();
  private volatile Answer answer = POLITE;

  /** What to write in answer to a request, and whether to read on from that connection. */
  interface Answer {
    boolean write(Received request, OutputStream out) throws IOException;

    /** These bytes, each a Latin-1 character. */
    static Answer bytes(String text) {
      return (request, out) -> {
        out.write(text.getBytes(ISO_8859_1));
        return true;
      };
    }

    /** These bytes, and the end of the connection. */
    static Answer lastBytes(String text) {
      return (request, out) -> {
        out.write(text.getBytes(ISO_8859_1));
        return false;
      };
    }

    /** A whole answer with a body of JSON. */
    static Answer json(String status, String body, String... headers) {
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      String head =
          "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(status, body.length(), more);
      return (request, out) ->
          bytes(request.method().equals("HEAD") ? head : head + body).write(request, out);
    }
  }

  static final Answer POLITE = Answer.json("200 OK", "{\"kept\":\"" + KEPT + "\"}");

  HostileUpstream() throws IOException {
    listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    daemon("upstream", this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** Since the last {@link #behave()}. */
  List<Received> received() {
    return received;
  }

  /** All that came in since this was asked last. */
  List<Received> takeUnchecked() {
    return Stream.generate(unchecked::poll).takeWhile(Objects::nonNull).toList();
  }

  Received only() {
    if (received.size() != 1) {
      throw new AssertionError("Not one request but " + received);
    }
    return received.get(0);
  }

  /** Forgets what came in and answers politely. */
  void behave() {
    answerWith(POLITE);
  }

  /** Forgets what came in and answers like that from now on. */
  void answerWith(Answer next) {
    answer = next;
    received.clear();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        daemon("upstream connection", () -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean more = true;
      while (more) {
        Received request = read(in);
        received.add(request);
        unchecked.add(request);
        more = answer.write(request, socket.getOutputStream());
      }
    } catch (IOException gone) {
      // The other side went away, which it may.
    }
  }

  private static Received read(InputStream in) throws IOException {
    String head = head(in);
    Received bare = new Received(Instant.now(), head, 0, "");
    Digest body = new Digest();
    boolean chunked =
        bare.values("transfer-encoding").stream()
            .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"));
    if (chunked) {
      for (int size = chunk(in); size > 0; size = chunk(in)) {
        body.take(in, size);
        line(in);
      }
      line(in);
    } else if (!bare.values("content-length").isEmpty()) {
      body.take(in, Long.parseLong(bare.values("content-length").get(0)));
    }
    return new Received(bare.at(), head, body.length(), HexFormat.of().formatHex(body.sha256()));
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";")[0].strip(), 16);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.append(line).append("\r\n");
    }
    return head.toString();
  }

  /** Up to CRLF: whoever ends a line by less has written one line. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int last = 0;
    for (int b = in.read(); b != '\n' || last != '\r'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
      last = b;
    }
    String text = line.toString(ISO_8859_1);
    return text.substring(0, text.length() - 1);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
