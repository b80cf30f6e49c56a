package io.portico.supply;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.netty.channel.epoll.Epoll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Netty's library for Linux fits its classes, which may be of a later patch. */
class NativeTransportTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void epollIsThere() {
    assertDoesNotThrow(Epoll::ensureAvailability);
  }
}
