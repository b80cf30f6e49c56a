package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.identity.IdentityConfig;
import io.portico.identity.Role;
import io.portico.identity.SignInTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshSignInCheckTest {
  private record Config(
      Map<Role, Set<String>> roles,
      Set<String> audience,
      List<String> scopes,
      Duration freshSignIn,
      SignInTime signInTime)
      implements IdentityConfig {}

  private static List<String> problems(String maxAge, SignInTime time, boolean sandbox) {
    Config config = new Config(Map.of(), Set.of(), List.of(), Duration.parse(maxAge), time);
    return new FreshSignInCheck(config, sandbox)
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void whatMakesSenseIsTaken() {
    assertEquals(List.of(), problems("PT1M", SignInTime.AUTH_TIME, false));
    assertEquals(List.of(), problems("PT30M", SignInTime.ISSUE_TIME, true));
  }

  @Test
  void aDurationThatNoSignInCanMeetIsNamed() {
    List<String> tooShort = List.of("portico.identity.fresh-sign-in");
    assertEquals(tooShort, problems("PT59S", SignInTime.AUTH_TIME, false));
    assertEquals(tooShort, problems("PT-30M", SignInTime.AUTH_TIME, false));
  }

  @Test
  void theTimeOfIssueCountsInASandboxOnly() {
    assertEquals(
        List.of("portico.identity.sign-in-time"), problems("PT30M", SignInTime.ISSUE_TIME, false));
  }
}
