package io.portico.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleSessionTest {
  @ParameterizedTest
  @ValueSource(strings = {"ada", "ada@example.com", "f47ac10b-58cc-4372-a567-0e02b2c3d479"})
  void aSubjectThatStsTakesStandsForItself(String subject) {
    assertEquals(subject, RoleSession.nameOf(subject));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Ada Lovelace",
        "ünïcode",
        "a\nb",
        "auth0|5f7c8ec7c33c6c004bbafe82",
        "=already=escaped",
        "x/../y",
        "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"
      })
  void anyOtherSubjectGetsANameThatStsTakes(String subject) {
    // AWS STS API Reference, AssumeRole: RoleSessionName and SourceIdentity.
    assertTrue(
        RoleSession.nameOf(subject).matches("[\\w+=,.@-]{2,64}"), RoleSession.nameOf(subject));
  }

  @Test
  @Holds(Promise.AWS_SEES_THE_PERSON)
  void noTwoSubjectsShareAName() {
    List<String> subjects =
        List.of(
            "a b", "a_b", "a/b", "a", "A", "=a_b", "x".repeat(64), "x".repeat(65), "x".repeat(66));
    assertEquals(
        subjects.size(),
        subjects.stream().map(RoleSession::nameOf).collect(Collectors.toSet()).size());
    String escaped = RoleSession.nameOf("a b");
    assertTrue(!RoleSession.nameOf(escaped).equals(escaped), "an escaped name is escaped again");
  }
}
