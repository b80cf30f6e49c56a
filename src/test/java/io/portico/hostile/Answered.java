package io.portico.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything that came back for some bytes, until the line was cut or fell silent.
 *
 * @param isCut whether the portal ended the connection
 */
record Answered(String text, boolean isCut) {
  /** In place of a status where there was no answer. */
  static final int CUT = 0;

  /** Neither an answer nor an end. */
  static final int SILENT = -1;

  private static final int SILENCE_MS = 500;
  private static final int PATIENCE_MS = 10_000;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] (\\d{3}) ?[^\r\n]*\r\n");

  /** Sends one request, and asks for the end of the connection behind its answer. */
  static Answered to(String request) throws IOException {
    return to(request.replaceFirst("\r\n", "\r\nConnection: close\r\n"), PATIENCE_MS);
  }

  /** Sends Latin-1 characters as they are. */
  static Answered toAll(String bytes) throws IOException {
    return to(bytes, SILENCE_MS);
  }

  /** The same, with patience until the portal ends the connection. */
  static Answered untilCut(String bytes) throws IOException {
    return to(bytes, PATIENCE_MS);
  }

  private static Answered to(String bytes, int silence) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", HostilePortal.PORT)) {
      socket.setSoTimeout(silence);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      boolean cut = true;
      try {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException silent) {
        cut = false;
      } catch (IOException reset) {
        // Cut as well.
      }
      return new Answered(answer.toString(ISO_8859_1), cut);
    }
  }

  /** Of each answer, interim ones too. */
  List<Integer> statuses() {
    return STATUS_LINE
        .matcher(text)
        .results()
        .map(status -> Integer.valueOf(status.group(1)))
        .toList();
  }

  int status() {
    return statuses().stream().findFirst().orElse(isCut ? CUT : SILENT);
  }

  boolean contains(String mark) {
    return text.contains(mark);
  }
}
