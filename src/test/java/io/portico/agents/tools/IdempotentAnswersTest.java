package io.portico.agents.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.agents.Refused;
import io.portico.agents.tools.IdempotentAnswers.Answer;
import io.portico.agents.tools.IdempotentAnswers.Request;
import io.portico.database.Database;
import io.portico.identity.Caller;
import io.portico.portal.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A write that is sent again is done once. */
@QuarkusTest
class IdempotentAnswersTest {
  @Inject IdempotentAnswers answers;
  @Inject Database database;

  private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

  private Request request(String subject, String content) {
    return new Request(caller(subject, Map.of(), "editors"), key, content.getBytes(UTF_8));
  }

  private static Caller caller(String subject, Map<String, String> grants, String... groups) {
    return new Caller(
        subject, subject, Set.of(groups), Set.of(), Optional.of(new Caller.Token("t", grants)));
  }

  private static <T> T never() {
    throw new AssertionError("done again");
  }

  @Test
  void theSameAgainGetsTheFirstAnswer() {
    Request request = request("sam", "propose\n{}");
    assertEquals(new Answer("{\"id\":1}", false), answers.once(request, () -> "{\"id\":1}"));
    assertEquals(
        new Answer("{\"id\":1}", true), answers.once(request, IdempotentAnswersTest::never));
  }

  @Test
  void anotherReplicaKnows() {
    Request request = request("sam", "propose\n{}");
    answers.once(request, () -> "1");
    assertTrue(
        new IdempotentAnswers(database).once(request, IdempotentAnswersTest::never).replayed());
  }

  @Test
  void theKeyForSomethingElseIsRefused() {
    answers.once(request("sam", "propose\n{}"), () -> "1");
    Refused refused =
        assertThrows(
            Refused.class,
            () -> answers.once(request("sam", "propose\n{ }"), IdempotentAnswersTest::never));
    assertEquals(Problem.IDEMPOTENCY_KEY_USED, refused.problem());
  }

  @Test
  void somebodyElsesKeyIsAnother() {
    answers.once(request("sam", "propose\n{}"), () -> "1");
    assertFalse(answers.once(request("kim", "propose\n{}"), () -> "2").replayed());
    assertFalse(answers.once(request("kim\u0000", "propose\n{}"), () -> "3").replayed());
  }

  /** Who has lost a role shall not get the answer of before. */
  @Test
  void whoMayDoSomethingElseGetsAnAnswerOfTheirOwn() {
    byte[] content = "propose\n{}".getBytes(UTF_8);
    Map<String, String> grants = Map.of("apis/*", "editor");
    answers.once(new Request(caller("sam", grants, "a", "b"), key, content), () -> "1");
    assertTrue(
        answers
            .once(
                new Request(caller("sam", grants, "b", "a"), key, content),
                IdempotentAnswersTest::never)
            .replayed());
    assertFalse(
        answers.once(new Request(caller("sam", grants, "a"), key, content), () -> "2").replayed());
    assertFalse(
        answers
            .once(new Request(caller("sam", Map.of(), "a", "b"), key, content), () -> "3")
            .replayed());
  }

  @Test
  void anAttemptThatTookTooLongLeavesTheNextOnesAnswerAlone() {
    Request slow = request("sam", "propose\n{}");
    Request next = request("sam", "propose\n{}");
    Answer late =
        answers.once(
            slow,
            () -> {
              age("begun_at = now() - interval '3 minutes'");
              assertEquals(new Answer("next", false), answers.once(next, () -> "next"));
              return "late";
            });
    assertEquals(new Answer("next", true), late);
    Request failing = request("kim", "propose\n{}");
    assertThrows(
        Refused.class,
        () ->
            answers.once(
                failing,
                () -> {
                  age("begun_at = now() - interval '3 minutes'");
                  answers.once(request("kim", "propose\n{}"), () -> "next");
                  throw new Refused(Problem.TOOL_REFUSED);
                }));
    assertEquals(
        new Answer("next", true),
        answers.once(request("kim", "propose\n{}"), IdempotentAnswersTest::never));
  }

  @Test
  void whatIsOlderThanADayIsForgotten() {
    answers.once(request("sam", "propose\n{}"), () -> "1");
    age("begun_at = now() - interval '23 hours'");
    answers.deleteOld();
    assertTrue(
        answers.once(request("sam", "propose\n{}"), IdempotentAnswersTest::never).replayed());
    age("begun_at = now() - interval '25 hours'");
    answers.deleteOld();
    assertEquals(
        0,
        database.<Integer>transaction(
            handle ->
                handle
                    .createQuery("select count(*) from idempotent_answer")
                    .mapTo(Integer.class)
                    .one()));
  }

  @Test
  void whileTheFirstIsUnderWayTheSecondWaitsOutside() {
    Request request = request("sam", "propose\n{}");
    answers.once(
        request,
        () -> {
          Refused refused =
              assertThrows(
                  Refused.class, () -> answers.once(request, IdempotentAnswersTest::never));
          assertEquals(Problem.STILL_UNDER_WAY, refused.problem());
          return "1";
        });
  }

  @Test
  void ofManyAtOnceOneIsDone() {
    Request request = request("sam", "propose\n{}");
    AtomicInteger done = new AtomicInteger();
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> answers.once(request, () -> "" + done.incrementAndGet())))
            .toList();
    for (CompletableFuture<Answer> each : all) {
      try {
        assertEquals("1", each.join().json());
      } catch (CompletionException underWay) {
        assertEquals(Problem.STILL_UNDER_WAY, ((Refused) underWay.getCause()).problem());
      }
    }
    assertEquals(1, done.get());
  }

  @Test
  void anAttemptThatFailsLeavesNothing() {
    Request request = request("sam", "propose\n{}");
    assertThrows(
        Refused.class,
        () ->
            answers.once(
                request,
                () -> {
                  throw new Refused(Problem.TOOL_REFUSED);
                }));
    assertEquals(new Answer("2", false), answers.once(request, () -> "2"));
  }

  @Test
  void anAttemptOfAReplicaThatDiedEndsAfterTwoMinutesAndAnAnswerAfterADay() {
    Request request = request("sam", "propose\n{}");
    answers.once(request, () -> "1");
    age("answer = null, begun_at = now() - interval '119 seconds'");
    assertThrows(Refused.class, () -> answers.once(request, IdempotentAnswersTest::never));
    age("begun_at = now() - interval '121 seconds'");
    assertEquals(new Answer("2", false), answers.once(request, () -> "2"));
    age("begun_at = now() - interval '23 hours'");
    assertTrue(answers.once(request, IdempotentAnswersTest::never).replayed());
    age("begun_at = now() - interval '25 hours'");
    assertEquals(new Answer("3", false), answers.once(request, () -> "3"));
  }

  private void age(String set) {
    database.change(handle -> handle.execute("update idempotent_answer set " + set));
  }
}
