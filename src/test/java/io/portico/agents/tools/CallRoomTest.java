package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many calls are under way at once. */
class CallRoomTest {
  private final CallRoom room = new CallRoom();

  /** How many of these calls, each within the one before, find room. */
  private int nested(String subject, int calls) {
    return calls == 0 ? 0 : room.within(subject, () -> 1 + nested(subject, calls - 1)).orElse(0);
  }

  /** Each of a subject of its own. */
  private int nested(int calls) {
    return calls == 0 ? 0 : room.within("sam " + calls, () -> 1 + nested(calls - 1)).orElse(0);
  }

  @Test
  void oneHasEightAndLeavesRoomForOthers() {
    assertEquals(8, nested("sam", 20));
    assertEquals(Optional.of(8), room.within("sam", () -> nested("kim", 20)), "whatever sam does");
  }

  @Test
  void allTogetherHaveSixtyFour() {
    assertEquals(64, nested(100));
  }

  @Test
  void roomIsGivenBackAlsoByWhatFails() {
    for (int i = 0; i < 100; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              room.within(
                  "sam",
                  () -> {
                    throw new IllegalStateException();
                  }));
    }
    assertEquals(8, nested("sam", 20));
  }
}
