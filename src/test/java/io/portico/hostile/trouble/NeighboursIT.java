package io.portico.hostile.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether others notice that one tracking server is in trouble, or that one person is greedy. */
@Tag("hostile")
class NeighboursIT {
  private static final int PEOPLE = 9;
  private static final int PACE = 5;
  private static final int TIMES_THE_LOAD = 10;
  private static final int STUCK = 1_000;
  private static final Duration WHILE = Duration.ofSeconds(10);

  private TroubledPortal portal;

  @BeforeEach
  void start() throws Exception {
    // In ten seconds; at its pace each of the others sends half of that.
    portal = new TroubledPortal("-Dportico.mlflow.proxy.limits.person=100");
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  private Asking[] others() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(person -> portal.frame("other-" + person, TroubledPortal.SOUND))
        .<Asking>map(frame -> () -> frame.get(Frame.SEARCH))
        .toArray(Asking[]::new);
  }

  private Answers othersAsk() throws InterruptedException {
    return Pulse.during(WHILE, PACE, others());
  }

  /** Requests and downloads that come to no end, of many people. */
  private List<RawHttp> stuck() throws IOException {
    List<RawHttp> stuck = new ArrayList<>();
    for (int i = 0; i < STUCK; i++) {
      Frame frame = portal.frame("stuck-" + i % 20, TroubledPortal.TROUBLED);
      stuck.add(frame.open(i % 2 == 0 ? Frame.SEARCH : Frame.file(1 << 30)));
    }
    return stuck;
  }

  @Test
  @Holds(Promise.TROUBLE_STAYS_WITH_ITS_SERVER)
  void oneServersTroubleLeavesAnotherAlone() throws Exception {
    othersAsk();
    Reliability.note("One tracking server, all well", othersAsk().text());
    assertLeftAlone("says nothing", Fault.silence());
    assertLeftAlone("trickles", Fault.throttle(1_000));
  }

  private void assertLeftAlone(String trouble, Fault fault) throws Exception {
    portal.line().be(fault);
    List<RawHttp> stuck = stuck();
    Eventually.equal(true, () -> portal.line().connections() >= STUCK);
    Answers answers = othersAsk();
    for (RawHttp client : stuck) {
      client.abort();
    }
    Reliability.note(
        "One tracking server, while %,d requests hang in another that %s".formatted(STUCK, trouble),
        answers.text());
    assertEquals(0, answers.failed(), answers::text);
    assertTrue(answers.median().toSeconds() < 1, answers::text);
  }

  @Test
  @Holds(Promise.TROUBLE_STAYS_WITH_ITS_SERVER)
  void oneGreedyPersonIsLimitedAndTheOthersAreLeftAlone() throws Exception {
    othersAsk();
    Answers before = othersAsk();
    Frame greedy = portal.frame("greedy", TroubledPortal.SOUND);
    Asking more = () -> greedy.get(Frame.SEARCH);
    Pulse greed = Pulse.of(PACE, Collections.nCopies(TIMES_THE_LOAD, more).toArray(Asking[]::new));
    Answers during = othersAsk();
    Answers refused = greed.end();
    Reliability.note("People at %d requests a second each".formatted(PACE), before.text());
    Reliability.note(
        "People at %d requests a second each, one of them at %d times that"
            .formatted(PACE, TIMES_THE_LOAD),
        during.text() + "; of the one's " + refused.statuses());
    assertEquals(0, during.failed(), during::text);
    assertEquals(Set.of(200, 429), refused.statuses().keySet());
    RawHttp.Response tooMuch = greedy.get(Frame.SEARCH);
    assertTrue(tooMuch.status() == 200 || tooMuch.header("Retry-After").isPresent());
  }
}
