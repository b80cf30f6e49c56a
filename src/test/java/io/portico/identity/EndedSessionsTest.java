package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.TestTime;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {
  private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");
  private static final Optional<String> SAM = Optional.of("sam");

  private final TestTime time = new TestTime(END.plusSeconds(60));
  private final EndedSessions ended = new EndedSessions(time);

  private static JsonObject idToken(String session, String subject, long seconds) {
    return new JsonObject()
        .put("sid", session)
        .put("sub", subject)
        .put("iat", END.plusSeconds(seconds).getEpochSecond());
  }

  private void end(Optional<String> session, Optional<String> subject, Instant at) {
    ended.add(new SessionEnd(Optional.empty(), session, subject, at), at);
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void oneSessionEndsAndNoOtherOfThePerson() {
    end(Optional.of("s-1"), SAM, END);
    assertTrue(ended.include(idToken("s-1", "sam", -300)));
    assertFalse(ended.include(idToken("s-2", "sam", -300)));
    assertFalse(ended.include(idToken("sam", "s-1", -300)), "a session is no subject");
    assertFalse(ended.include(new JsonObject().put("iat", END.getEpochSecond())));
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void allSessionsOfAPersonEndAndNobodyElses() {
    end(Optional.empty(), SAM, END);
    assertTrue(ended.include(idToken("s-1", "sam", -300)));
    assertTrue(ended.include(idToken("s-2", "sam", 0)));
    assertFalse(ended.include(idToken("s-3", "kim", -300)));
    assertFalse(ended.include(idToken("sam", "kim", -300)));
  }

  /** A refresh that began before the word came, and one that the provider should not allow. */
  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void aRefreshMeanwhileRevivesNothing() {
    end(Optional.of("s-1"), SAM, END);
    assertTrue(ended.include(idToken("s-1", "sam", 10)));
    long signedIn = END.minusSeconds(3_600).getEpochSecond();
    assertTrue(ended.include(idToken("s-1", "sam", 10).put("auth_time", signedIn)));
    assertTrue(
        ended.include(idToken("s-1", "sam", 10).put("auth_time", END.getEpochSecond())),
        "at the same second");
  }

  @Test
  void whoSignsInAgainIsIn() {
    end(Optional.empty(), SAM, END);
    assertFalse(
        ended.include(
            idToken("s-2", "sam", 1).put("auth_time", END.plusSeconds(1).getEpochSecond())));
    assertFalse(ended.include(idToken("s-2", "sam", 11)), "a provider that tells no time");
  }

  @Test
  void theLaterEndCountsHoweverTheyArrive() {
    end(Optional.empty(), SAM, END);
    end(Optional.empty(), SAM, END.minusSeconds(120));
    assertTrue(ended.include(idToken("s-1", "sam", -1)));
  }

  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void noSessionOutlivesTheMemoryOfItsEnd() {
    end(Optional.of("s-1"), SAM, END);
    time.pass(Duration.ofDays(1).minusSeconds(60));
    ended.forgetOld();
    assertTrue(ended.include(idToken("s-1", "sam", 0)));
    time.pass(Duration.ofSeconds(1));
    ended.forgetOld();
    assertTrue(ended.include(idToken("s-1", "sam", 10)), "issued while the word was under way");
    assertTrue(ended.include(idToken("s-1", "sam", 0)), "too old to be known");
    assertTrue(ended.include(idToken("s-2", "sam", 0)), "whoever's it is");
    assertFalse(ended.include(idToken("s-2", "sam", 1)));
    assertTrue(ended.include(new JsonObject().put("sub", "sam")), "of no age");
    time.pass(Duration.ofHours(1));
    ended.forgetOld();
    assertFalse(ended.include("s-1", "sam", END), "and nothing more is remembered");
  }

  /** The database was away, the token was late, or the provider's clock is behind. */
  @Test
  @Holds(Promise.ENDED_ELSEWHERE_ENDS_HERE)
  void whatWasRefreshedBeforeTheWordCameHasEnded() {
    ended.add(new SessionEnd(Optional.empty(), Optional.of("s-1"), SAM, END.minusSeconds(120)));
    assertTrue(ended.include(idToken("s-1", "sam", 30)), "until now, a minute after the end");
    assertTrue(ended.include("s-1", "sam", END.plusSeconds(30)));
    assertFalse(ended.include(idToken("s-1", "sam", 71)));
  }

  @Test
  void whatWasGrantedToASessionEndsWithIt() {
    end(Optional.of("s-1"), SAM, END);
    assertTrue(ended.include("s-1", "sam", END.plusSeconds(10)));
    assertFalse(ended.include("s-1", "sam", END.plusSeconds(11)));
    assertFalse(ended.include("s-2", "sam", END));
    end(Optional.empty(), SAM, END);
    assertTrue(ended.include("s-2", "sam", END));
    assertFalse(ended.include("s-2", "kim", END));
  }
}
