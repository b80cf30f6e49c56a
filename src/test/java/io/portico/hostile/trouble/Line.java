package io.portico.hostile.trouble;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Set;

/** The two sockets of one connection through a proxy. */
final class Line {
  private final Socket client;
  private final Socket server;
  private final Set<Direction> open = EnumSet.allOf(Direction.class);

  Line(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  Socket from(Direction direction) {
    return direction == Direction.UP ? client : server;
  }

  Socket to(Direction direction) {
    return direction == Direction.UP ? server : client;
  }

  /** Whether that was the last direction. */
  synchronized boolean end(Direction direction) {
    open.remove(direction);
    return open.isEmpty();
  }

  /** Breaks it, as a crash at both ends does. */
  void reset() {
    reset(client);
    reset(server);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // Then there is nothing left to break.
    }
    close(socket);
  }

  void close() {
    close(client);
    close(server);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException broken) {
      // Closed all the same.
    }
  }
}
