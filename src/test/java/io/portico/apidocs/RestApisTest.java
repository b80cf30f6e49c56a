package io.portico.apidocs;

import static io.portico.apidocs.DocumentationRole.EDITOR;
import static io.portico.apidocs.DocumentationRole.PUBLISHER;
import static io.portico.apidocs.DocumentationRole.VIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.startup.ConfigurationProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RestApisTest {
  private GatewayFixture fixture;

  @BeforeEach
  void start() {
    fixture = new GatewayFixture(false);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private RestApis apis(Map<String, Map<DocumentationRole, List<String>>> access) {
    return new RestApis(
        new GatewayFixture.Config(Optional.of("eu-west-1"), access), fixture.gateway);
  }

  private static Person memberOf(String... groups) {
    return new Person("p", "P", Set.of(groups), Set.of(), "s");
  }

  private static List<String> ids(List<ApiAccess> apis) {
    return apis.stream().map(access -> access.api().id()).toList();
  }

  @Test
  void aGroupSeesWhatItsLinesSelect() {
    RestApis apis =
        apis(
            Map.of(
                "all", Map.of(VIEWER, List.of("*")),
                "one", Map.of(VIEWER, List.of("ordersapi1")),
                "tagged", Map.of(VIEWER, List.of("tag:team=marketing")),
                "none", Map.of(VIEWER, List.of("tag:team=elsewhere", "unknown123"))));
    assertEquals(List.of("loyaltyap1", "ordersapi1"), ids(apis.of(memberOf("all"))));
    assertEquals(List.of("ordersapi1"), ids(apis.of(memberOf("one"))));
    assertEquals(List.of("loyaltyap1"), ids(apis.of(memberOf("tagged"))));
    assertEquals(List.of(), ids(apis.of(memberOf("none"))));
    assertEquals(List.of(), ids(apis.of(memberOf("stranger"))));
    assertEquals(Optional.empty(), apis.of(memberOf("one"), "loyaltyap1"));
  }

  @Test
  void theHighestRoleOfAllGroupsCounts() {
    RestApis apis =
        apis(
            Map.of(
                "readers", Map.of(VIEWER, List.of("*")),
                "writers",
                    Map.of(EDITOR, List.of("ordersapi1"), PUBLISHER, List.of("loyaltyap1"))));
    Person person = memberOf("readers", "writers");
    assertEquals(Optional.of(EDITOR), apis.of(person, "ordersapi1").map(ApiAccess::role));
    assertEquals(Optional.of(PUBLISHER), apis.of(person, "loyaltyap1").map(ApiAccess::role));
    assertFalse(apis.of(person, "ordersapi1").orElseThrow().mayPublish());
    assertTrue(apis.of(person, "loyaltyap1").orElseThrow().mayEdit());
  }

  @Test
  void strangersCostNoCall() {
    RestApis apis = apis(Map.of("readers", Map.of(VIEWER, List.of("*"))));
    apis.of(memberOf("stranger"));
    apis.of(memberOf("stranger"), "ordersapi1");
    assertEquals(0, fixture.sandbox().tally().received("GetRestApis"));
  }

  @Test
  void everyWrongLineIsNamed() {
    RestApis apis =
        new RestApis(
            new GatewayFixture.Config(
                Optional.of("europe"),
                Map.of("writers", Map.of(EDITOR, List.of("tag:", "Orders API", "tag:=x")))),
            fixture.gateway);
    assertEquals(
        List.of(
            "portico.apidocs.access.writers.editor",
            "portico.apidocs.access.writers.editor",
            "portico.apidocs.access.writers.editor",
            "portico.apidocs.region"),
        apis.problems().stream().map(ConfigurationProblem::property).toList());
  }

  @Test
  void aPortalWithoutApisNeedsNoRegion() {
    RestApis apis =
        new RestApis(new GatewayFixture.Config(Optional.empty(), Map.of()), fixture.gateway);
    assertEquals(List.of(), apis.problems());
  }
}
