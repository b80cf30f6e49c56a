package io.portico.hostile.trouble;

import io.portico.testsupport.RawHttp;
import java.io.IOException;

/** Asks by one connection for as long as it is kept, as browsers and MLflow's clients do. */
final class KeptConnection implements Asking {
  private final int port;
  private final String request;
  private RawHttp connection;

  /**
   * Connects at the first request.
   *
   * @param lines of the request, each time the same
   */
  KeptConnection(int port, String... lines) {
    this.port = port;
    request = String.join("\r\n", lines) + "\r\n\r\n";
  }

  @Override
  public synchronized RawHttp.Response ask() throws IOException {
    if (connection == null) {
      connection = new RawHttp(port);
    }
    try {
      connection.write(request);
      RawHttp.Response response = connection.read();
      if (!response.complete() || response.header("Connection").orElse("").equals("close")) {
        leave();
      }
      return response;
    } catch (IOException broken) {
      leave();
      throw broken;
    }
  }

  private void leave() throws IOException {
    connection.close();
    connection = null;
  }
}
