package io.portico.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Behaves like the command {@code mlflow server}, as far as the sandbox looks at it. */
final class FakeMlflow {

  private FakeMlflow() {}

  public static void main(String[] arguments) throws IOException {
    int port = 0;
    for (String argument : arguments) {
      if (argument.startsWith("--port=")) {
        port = Integer.parseInt(argument.substring("--port=".length()));
      }
    }
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
