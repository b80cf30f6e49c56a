package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptActivityTest {
  @Test
  void whatIsTooLongIsCutAtACharacterAndShowsIt() {
    String detail = KeptActivity.of(Activities.activity("😀".repeat(2_001))).detail();
    assertEquals("😀".repeat(1_999) + "…", detail);
    String whole = "😀".repeat(2_000);
    assertEquals(whole, KeptActivity.of(Activities.activity(whole)).detail());
  }

  @Test
  void whatIsMissingIsEmpty() {
    KeptActivity kept =
        KeptActivity.of(Activities.by(new Actor(null, null, null), Activities.NOON, null, null));
    assertEquals("", kept.subject() + kept.name() + kept.via() + kept.resource() + kept.detail());
  }

  @ParameterizedTest
  @CsvSource({"'a\u0000b', 'a\ufffdb'", "'\ud800b', '\ufffdb'", "'a\u0007', 'a\ufffd'"})
  @Holds(Promise.RECORDS_ARE_ONE_LINE)
  void whatPostgreSqlOrATerminalWouldNotBearIsReplaced(String hostile, String kept) {
    assertEquals(kept, KeptActivity.of(Activities.activity(hostile)).detail());
  }

  @Test
  void theTimeIsKeptAsPreciselyAsPostgreSqlKeepsIt() {
    Instant nanos = Instant.parse("2026-05-04T12:00:00.123456789Z");
    KeptActivity kept =
        KeptActivity.of(Activities.by(new Actor("s", "n", "jwt"), nanos, "portal", ""));
    assertEquals(Instant.parse("2026-05-04T12:00:00.123456Z"), kept.at());
    assertEquals("2026-05-04 12:00:00", kept.time());
  }

  @Test
  void eachHasAnIdOfItsOwn() {
    Activity activity = Activities.activity("twice");
    assertNotEquals(KeptActivity.of(activity).id(), KeptActivity.of(activity).id());
  }
}
