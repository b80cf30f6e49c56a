package io.portico.hostile.trouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** A TCP proxy whose lines misbehave on command, those that are open and those to come. */
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 5_000;
  private static final long STACK = 128 * 1024;

  private final IntSupplier target;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final Map<Direction, LongAdder> carried =
      Map.of(Direction.UP, new LongAdder(), Direction.DOWN, new LongAdder());
  private final int port;
  private Fault fault = Fault.NONE;
  private ServerSocket listener;
  private Thread acceptor;

  /** Leads to a port of this machine. */
  FaultProxy(int target) {
    this(0, () -> target);
  }

  /**
   * Leads each connection to a port of its own.
   *
   * @param port where to listen; 0 for any
   */
  FaultProxy(int port, IntSupplier target) {
    this.target = target;
    listen(port);
    this.port = listener.getLocalPort();
  }

  int port() {
    return port;
  }

  synchronized Fault fault() {
    return fault;
  }

  /** From now on. What was silenced goes on, under the new fault. */
  synchronized void be(Fault next) {
    fault = next;
    carried.values().forEach(LongAdder::reset);
    notifyAll();
  }

  /** All is well again. */
  void recover() {
    be(Fault.NONE);
    if (listener.isClosed()) {
      listen(port);
    }
  }

  /** Nobody listens any more, and open connections are broken. */
  void refuse() {
    close(listener);
    awaitEnd(acceptor);
    lines.forEach(Line::reset);
  }

  /** So long as it waits in the kernel, the port is not free. */
  private static void awaitEnd(Thread acceptor) {
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Open connections. */
  int connections() {
    return lines.size();
  }

  /** Bytes that went on since the fault of the moment began, on all lines. */
  long carried(Direction direction) {
    return carried.get(direction).sum();
  }

  void count(Direction direction, int bytes) {
    carried.get(direction).add(bytes);
  }

  synchronized void awaitOtherThan(Fault before) throws InterruptedException {
    while (fault == before) {
      wait();
    }
  }

  void ended(Line line, Direction direction) {
    if (line.end(direction)) {
      line.close();
      lines.remove(line);
    }
  }

  private void listen(int at) {
    try {
      listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
      acceptor = start(this::accept, "accept");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    ServerSocket here = listener;
    try {
      while (true) {
        connect(here.accept());
      }
    } catch (IOException closed) {
      // By refuse or close.
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target.getAsInt()));
      lines.add(line);
      for (Direction direction : Direction.values()) {
        start(new Way(this, line, direction), direction.name());
      }
    } catch (IOException nobodyThere) {
      client.setSoLinger(true, 0);
      client.close();
    }
  }

  private Thread start(Runnable work, String name) {
    Thread thread = new Thread(null, work, "fault-proxy-" + port + "-" + name, STACK);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void close(ServerSocket listener) {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    refuse();
    be(Fault.NONE);
  }
}
