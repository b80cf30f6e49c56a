package io.portico.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HTTP/1.1 written by hand, for what no client library would send. */
public final class RawHttp implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;

  private final Socket socket;
  private final InputStream in;

  /**
   * A response.
   *
   * @param complete whether the body came to its announced end
   */
  public record Response(
      int status, List<Map.Entry<String, String>> headers, byte[] body, boolean complete) {

    public Optional<String> header(String name) {
      return headers.stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst();
    }

    public String text() {
      return new String(body, UTF_8);
    }
  }

  public RawHttp(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(TIMEOUT_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends lines, each ended by CRLF, and an empty one; reads the answer. */
  public static Response send(int port, String... lines) throws IOException {
    try (RawHttp connection = new RawHttp(port)) {
      connection.write(String.join("\r\n", lines) + "\r\n\r\n");
      return connection.read();
    }
  }

  public void write(String text) throws IOException {
    write(text.getBytes(ISO_8859_1));
  }

  public void write(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Reads one response, also one that breaks off. */
  public Response read() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Response head = read(body);
    return new Response(head.status(), head.headers(), body.toByteArray(), head.complete());
  }

  /** Reads one response, its body into {@code body}. */
  public Response read(OutputStream body) throws IOException {
    String statusLine = line();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).trim()));
    }
    int status = Integer.parseInt(statusLine.split(" ")[1]);
    Response head = new Response(status, headers, new byte[0], false);
    boolean complete;
    try {
      complete = status == 100 || status == 204 || status == 304 || body(head, body);
    } catch (IOException broken) {
      complete = false;
    }
    return new Response(status, headers, new byte[0], complete);
  }

  private boolean body(Response head, OutputStream body) throws IOException {
    if (head.header("Transfer-Encoding").isPresent()) {
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        if (!copy(size, body)) {
          return false;
        }
        line();
      }
      return true;
    }
    return head.header("Content-Length").isPresent()
        ? copy(Long.parseLong(head.header("Content-Length").get()), body)
        : copy(Long.MAX_VALUE, body);
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private boolean copy(long bytes, OutputStream to) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return false;
      }
      to.write(buffer, 0, read);
      left -= read;
    }
    return true;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection ended in a line: " + line.toString(ISO_8859_1));
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }

  /** Ends the connection by a reset, as a crashed client does. */
  public void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says that no more will be sent, and goes on listening (TCP's half-close). */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** What comes in, unread by {@link #read()}. */
  public InputStream stream() {
    return in;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
