package io.portico.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.tokens.AccessToken;
import io.portico.tokens.AccessToken.Somebody;
import io.portico.tokens.NewToken;
import io.portico.tokens.Owner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the servers of the test configuration. */
@QuarkusTest
class TokenRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Lifetimes LIFETIMES = new Lifetimes(NOW, Duration.ofDays(90));
  private static final String NONCE = "00000000-0000-4000-8000-000000000001";

  /** Contributor on churn, viewer on forecasting. */
  private static final Person SCIENTIST = person("churn-team", "forecasting-readers");

  /** Manager on both. */
  private static final Person LEAD = person("churn-leads", "churn-team");

  /** Contributor on echo, manager on gone. */
  private static final Person ECHO = person("echo-team");

  @Inject TokenRules rules;

  private static Person person(String... groups) {
    return new Person("p-1", "Pat", Set.of(groups), Set.of(), "session-1");
  }

  /** Each grant is {@code churn/viewer}: the server is chosen, with that level. */
  private static TokenForm form(String name, String owner, String... grants) {
    return new TokenForm(
        name,
        Arrays.stream(grants).map(grant -> grant.split("/")[0]).toList(),
        List.of(grants),
        "",
        "7",
        "",
        owner,
        NONCE);
  }

  private Map<String, String> problems(Person person, TokenForm form) {
    TokenJudgement judgement = rules.judge(form, person, LIFETIMES);
    assertEquals(judgement.problems().isEmpty(), judgement.wish().isPresent());
    return judgement.problems();
  }

  @Test
  void aGoodFormIsAWish() {
    assertEquals(
        Optional.of(
            new NewToken(
                "nightly training",
                Owner.person("p-1"),
                Map.of("mlflow/churn", "contributor", "mlflow/forecasting", "viewer"),
                NOW.plus(Duration.ofDays(7)),
                UUID.fromString(NONCE))),
        rules
            .judge(
                form("  nightly training ", "", "churn/contributor", "forecasting/viewer"),
                SCIENTIST,
                LIFETIMES)
            .wish());
  }

  @Test
  void aLevelWithoutItsServerGrantsNothing() {
    TokenForm form =
        new TokenForm(
            "n",
            List.of("churn"),
            List.of("churn/viewer", "forecasting/viewer"),
            "",
            "7",
            "",
            "",
            NONCE);
    assertEquals(
        Map.of("mlflow/churn", "viewer"),
        rules.judge(form, SCIENTIST, LIFETIMES).wish().orElseThrow().grants());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t", "a\u0000b", "a\nb", "a\u202Eb", "a\u2028b", "a\uD800b"})
  void aNameThatCannotBeShownIsAProblem(String name) {
    assertEquals(Set.of("name"), problems(SCIENTIST, form(name, "", "churn/viewer")).keySet());
  }

  @Test
  void aNameHasEightyCharactersAtMost() {
    assertEquals(Map.of(), problems(SCIENTIST, form("漢".repeat(80), "", "churn/viewer")));
    assertEquals(Map.of(), problems(SCIENTIST, form("🚀".repeat(80), "", "churn/viewer")));
    assertEquals(
        Set.of("name"), problems(SCIENTIST, form("a".repeat(81), "", "churn/viewer")).keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "churn/manager",
    "forecasting/contributor",
    "forecasting/manager",
    "echo/viewer",
    "gone/viewer",
    "no-such-server/viewer",
    "churn/owner",
    "churn/CONTRIBUTOR",
    "churn/''",
    "../viewer"
  })
  void nobodyGetsMoreThanTheyHave(String grant) {
    assertEquals(Set.of("servers"), problems(SCIENTIST, form("n", "", grant)).keySet());
    assertEquals(
        Set.of("servers"), problems(SCIENTIST, form("n", "", grant, "churn/viewer")).keySet());
  }

  @Test
  void aServerOneMayNotSeeIsLikeOneThatDoesNotExist() {
    assertEquals(
        problems(SCIENTIST, form("n", "", "no-such-server/viewer")),
        problems(SCIENTIST, form("n", "", "echo/viewer")));
  }

  @Test
  void aTokenOpensAtLeastOneServer() {
    assertEquals(Set.of("servers"), problems(SCIENTIST, form("n", "")).keySet());
  }

  private static TokenForm documentation(String owner, String role, String... servers) {
    return new TokenForm(
        "n",
        List.of(servers),
        List.of("churn/viewer", "forecasting/viewer"),
        role,
        "7",
        "",
        owner,
        NONCE);
  }

  private Map<String, String> grants(Person person, TokenForm form) {
    return rules.judge(form, person, LIFETIMES).wish().orElseThrow().grants();
  }

  @Test
  void whoReadsDocumentationNeedsNoTrackingServer() {
    assertEquals(
        Map.of("apis/*", "viewer"), grants(person("api-publishers"), documentation("", "")));
    assertEquals(Set.of("servers"), problems(SCIENTIST, documentation("", "")).keySet());
  }

  @Test
  void editorsLetATokenPropose() {
    Person editor = person("api-editors", "churn-team");
    assertEquals(Map.of("apis/*", "editor"), grants(editor, documentation("", "editor")));
    assertEquals(
        Map.of("apis/*", "editor", "mlflow/churn", "viewer"),
        grants(editor, documentation("", "editor", "churn")));
    assertEquals(
        Map.of("mlflow/churn", "viewer"),
        grants(editor, documentation("", "", "churn")),
        "only if it is ticked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publisher", "viewer", "EDITOR", "x"})
  void thereIsNoOtherGrantForDocumentation(String role) {
    assertEquals(
        Map.of("apis/*", "viewer"),
        grants(person("api-publishers"), documentation("", role)),
        "nobody publishes by a token");
  }

  @Test
  void nobodyElseLetsATokenPropose() {
    assertEquals(
        Set.of("documentation"), problems(LEAD, documentation("", "editor", "churn")).keySet());
    assertEquals(
        Set.of("documentation"),
        problems(SCIENTIST, documentation("", "editor", "churn")).keySet());
  }

  @Test
  void aServiceTokenProposesIfItsGroupMayAndItHasAServerByWhichItIsRevoked() {
    Person both = person("churn-leads", "churn-team", "api-editors");
    assertEquals(
        Set.of("documentation"),
        problems(both, documentation("group/churn-team", "editor", "churn")).keySet());
    assertEquals(Set.of("servers"), problems(both, documentation("group/churn-team", "")).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "not-a-nonce"})
  void aFormWithoutItsNonceIsBroken(String nonce) {
    TokenForm form =
        new TokenForm("n", List.of("churn"), List.of("churn/viewer"), "", "7", "", "", nonce);
    assertEquals(Set.of("nonce"), problems(SCIENTIST, form).keySet());
  }

  @Test
  void allProblemsAreToldAtOnce() {
    TokenForm empty = new TokenForm(null, null, null, null, null, null, null, null);
    assertEquals(
        Set.of("name", "servers", "lifetime", "nonce"), problems(SCIENTIST, empty).keySet());
  }

  @Test
  void managersMakeTokensForTheirGroups() {
    assertEquals(List.of("churn-leads", "churn-team"), rules.groups(LEAD));
    NewToken wish =
        rules
            .judge(form("n", "group/churn-team", "churn/contributor"), LEAD, LIFETIMES)
            .wish()
            .orElseThrow();
    assertEquals(Owner.group("churn-team"), wish.owner());
  }

  @Test
  void whoManagesNothingMakesNone() {
    assertEquals(List.of(), rules.groups(SCIENTIST));
    assertTrue(
        problems(SCIENTIST, form("n", "group/churn-team", "churn/viewer")).containsKey("owner"));
  }

  @Test
  void nobodyMakesATokenForAGroupOfOthers() {
    assertTrue(
        problems(LEAD, form("n", "group/forecasting-readers", "forecasting/viewer"))
            .containsKey("owner"));
    assertTrue(problems(LEAD, form("n", "group/", "churn/viewer")).containsKey("owner"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"churn/manager", "forecasting/viewer"})
  void aServiceTokenHasNotMoreThanItsGroup(String grant) {
    assertEquals(Set.of("servers"), problems(LEAD, form("n", "group/churn-team", grant)).keySet());
  }

  @Test
  void oneManagesEveryServerOfAServiceToken() {
    assertEquals(Map.of(), problems(ECHO, form("n", "group/echo-team", "gone/viewer")));
    assertEquals(
        Set.of("servers"),
        problems(ECHO, form("n", "group/echo-team", "gone/viewer", "echo/viewer")).keySet());
  }

  private static AccessToken token(Owner owner) {
    return new AccessToken(
        UUID.randomUUID(),
        "n",
        owner,
        Map.of("mlflow/churn", "viewer"),
        NOW,
        new Somebody("p-2", "Other"),
        NOW.plus(Duration.ofDays(1)),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void oneRevokesOnesOwnAndManagersThoseOfTheirGroups() {
    assertTrue(rules.mayRevoke(token(Owner.person("p-1")), SCIENTIST));
    assertFalse(rules.mayRevoke(token(Owner.person("p-2")), LEAD));
    assertTrue(rules.mayRevoke(token(Owner.group("churn-team")), LEAD));
    assertFalse(rules.mayRevoke(token(Owner.group("churn-team")), SCIENTIST), "not a manager");
    assertFalse(rules.mayRevoke(token(Owner.group("churn-team")), person("churn-leads")));
  }
}
