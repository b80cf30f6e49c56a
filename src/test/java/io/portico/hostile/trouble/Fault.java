package io.portico.hostile.trouble;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** What becomes of bytes on a line. */
@FunctionalInterface
interface Fault {
  /** They go on. */
  Fault NONE = Way::write;

  /** Both ends are told that the line is broken. */
  Fault RESET = (way, bytes) -> way.reset();

  /** The end they go to is told that no more will come. */
  Fault HALF_CLOSE = (way, bytes) -> way.halfClose();

  void carry(Way way, byte[] bytes) throws IOException, InterruptedException;

  /** They go nowhere, and nobody is told, until there is another fault: then they go on. */
  static Fault silence() {
    return (way, bytes) -> {
      way.awaitOtherFault();
      way.carry(bytes);
    };
  }

  /** Each piece is late. */
  static Fault delay(Duration time) {
    return (way, bytes) -> {
      Thread.sleep(time.toMillis());
      way.write(bytes);
    };
  }

  /** They trickle. */
  static Fault throttle(int bytesPerSecond) {
    int step = Math.max(1, bytesPerSecond / 10);
    return (way, bytes) -> {
      for (int done = 0; done < bytes.length; done += step) {
        way.write(Arrays.copyOfRange(bytes, done, Math.min(done + step, bytes.length)));
        Thread.sleep(100);
      }
    };
  }

  /** So many bytes of each connection go on in that direction before something else happens. */
  static Fault after(Direction direction, long limit, Fault then) {
    return (way, bytes) -> {
      long room = way.direction() == direction ? limit - way.carried() : Long.MAX_VALUE;
      if (bytes.length <= room) {
        way.write(bytes);
        return;
      }
      int good = (int) Math.max(0, room);
      way.write(Arrays.copyOf(bytes, good));
      then.carry(way, Arrays.copyOfRange(bytes, good, bytes.length));
    };
  }
}
