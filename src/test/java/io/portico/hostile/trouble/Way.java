package io.portico.hostile.trouble;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;

/** One direction of one connection, carried by a thread. */
final class Way implements Runnable {
  private static final int PIECE = 8 * 1024;

  private final FaultProxy proxy;
  private final Line line;
  private final Direction direction;
  private Fault fault = Fault.NONE;
  private long carried;
  private boolean closed;

  Way(FaultProxy proxy, Line line, Direction direction) {
    this.proxy = proxy;
    this.line = line;
    this.direction = direction;
  }

  Direction direction() {
    return direction;
  }

  /** Bytes that went on since the fault of the moment began. */
  long carried() {
    return carried;
  }

  @Override
  public void run() {
    try {
      InputStream in = line.from(direction).getInputStream();
      byte[] buffer = new byte[PIECE];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        carry(Arrays.copyOf(buffer, read));
      }
      halfClose();
    } catch (IOException broken) {
      reset();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      proxy.ended(line, direction);
    }
  }

  void carry(byte[] bytes) throws IOException, InterruptedException {
    Fault now = proxy.fault();
    if (now != fault) {
      fault = now;
      carried = 0;
    }
    now.carry(this, bytes);
  }

  void write(byte[] bytes) throws IOException {
    if (!closed) {
      line.to(direction).getOutputStream().write(bytes);
      carried += bytes.length;
      proxy.count(direction, bytes.length);
    }
  }

  void halfClose() throws IOException {
    Socket to = line.to(direction);
    if (!closed && !to.isClosed()) {
      closed = true;
      to.shutdownOutput();
    }
  }

  void reset() {
    line.reset();
  }

  void awaitOtherFault() throws InterruptedException {
    proxy.awaitOtherThan(fault);
  }
}
