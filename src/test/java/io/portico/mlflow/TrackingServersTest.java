package io.portico.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.aws.AwsConfig;
import io.portico.identity.Caller;
import io.portico.identity.Person;
import io.portico.portal.Portal;
import io.portico.testsupport.FixedPortalConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingServersTest {
  private static final String APP = "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1";
  private static final String SERVER =
      "arn:aws:sagemaker:us-east-1:123456789012:mlflow-tracking-server/team";

  private static final String ROLE = "arn:aws:iam::123456789012:role/portico";

  private static final Portal PORTAL = new Portal(new FixedPortalConfig("a".repeat(32)));

  private record Config(Optional<String> origin, Map<String, Server> servers)
      implements MlflowConfig {
    @Override
    public Duration statusMaxAge() {
      return Duration.ofSeconds(15);
    }
  }

  private record Server(
      Optional<String> arn,
      Optional<String> title,
      Map<String, AccessLevel> access,
      Map<String, AccessLevel> scopes,
      Optional<String> roleArn,
      Map<AccessLevel, String> roleArns,
      Optional<URI> endpoint)
      implements MlflowConfig.Server {
    static Server of(String arn) {
      return new Server(
          Optional.ofNullable(arn),
          Optional.empty(),
          Map.of("readers", AccessLevel.VIEWER, "leads", AccessLevel.MANAGER),
          Map.of("mlflow.read", AccessLevel.VIEWER, "mlflow.write", AccessLevel.CONTRIBUTOR),
          Optional.empty(),
          Map.of(),
          Optional.empty());
    }

    Server withRole(String role) {
      return new Server(arn, title, access, scopes, Optional.of(role), roleArns, endpoint);
    }

    Server withRole(AccessLevel level, String role) {
      return new Server(arn, title, access, scopes, roleArn, Map.of(level, role), endpoint);
    }
  }

  private record NoAws(Optional<URI> endpoint) implements AwsConfig {
    @Override
    public Optional<String> accessKeyId() {
      return Optional.empty();
    }

    @Override
    public Optional<String> secretAccessKey() {
      return Optional.empty();
    }

    @Override
    public Duration sessionDuration() {
      return Duration.ofHours(1);
    }
  }

  private static TrackingServers servers(Map<String, MlflowConfig.Server> servers) {
    return new TrackingServers(
        new Config(Optional.of("https://mlflow.example.com"), servers),
        new NoAws(Optional.empty()),
        PORTAL);
  }

  private static Person memberOf(String... groups) {
    return new Person("ada", "Ada", Set.of(groups), Set.of(), "s");
  }

  @Test
  void kindRegionAndEndpointFollowFromTheArn() {
    TrackingServers servers = servers(Map.of("a", Server.of(APP), "s", Server.of(SERVER)));
    TrackingServer app = servers.find("a").orElseThrow();
    assertEquals(URI.create("https://mlflow.sagemaker.eu-west-1.app.aws"), app.endpoint());
    assertEquals("sagemaker", app.arn().kind().signingName());
    assertEquals("x-sm-mlflow-app-arn", app.arn().kind().arnHeader());
    assertEquals(APP, app.arn().toString());
    TrackingServer server = servers.find("s").orElseThrow();
    assertEquals(URI.create("https://us-east-1.experiments.sagemaker.aws"), server.endpoint());
    assertEquals("sagemaker-mlflow", server.arn().kind().signingName());
    assertEquals("x-mlflow-sm-tracking-server-arn", server.arn().kind().arnHeader());
  }

  @Test
  void aLevelsRoleIsAssumedBeforeTheServers() {
    Server both = Server.of(SERVER).withRole(AccessLevel.VIEWER, ROLE + "-viewer").withRole(ROLE);
    TrackingServer server = servers(Map.of("s", both)).find("s").orElseThrow();
    assertEquals(Optional.of(ROLE + "-viewer"), server.roleFor(AccessLevel.VIEWER));
    assertEquals(Optional.of(ROLE), server.roleFor(AccessLevel.CONTRIBUTOR));
    assertEquals(Optional.of(ROLE), server.roleFor(AccessLevel.MANAGER));
  }

  @Test
  void aLevelThatSomebodyHasWithoutARoleIsNamed() {
    Server viewers = Server.of(SERVER).withRole(AccessLevel.VIEWER, ROLE);
    assertEquals(
        List.of(
            "portico.mlflow.servers.s.role-arns.contributor",
            "portico.mlflow.servers.s.role-arns.manager"),
        servers(Map.of("s", viewers)).problems().stream().map(p -> p.property()).toList());
  }

  @Test
  void theHighestLevelOfAPersonsGroupsCounts() {
    TrackingServers servers = servers(Map.of("s", Server.of(SERVER)));
    assertEquals(
        AccessLevel.MANAGER, servers.of(memberOf("readers", "leads"), "s").orElseThrow().level());
    assertEquals(
        AccessLevel.VIEWER, servers.of(memberOf("readers", "x"), "s").orElseThrow().level());
    assertTrue(servers.of(memberOf("x"), "s").isEmpty());
    assertTrue(servers.of(memberOf("x")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'',             '',                        none",
        "readers,        '',                        VIEWER",
        "readers leads,  '',                        MANAGER",
        "strangers,      openid,                    none",
        "'',             mlflow.read,               VIEWER",
        "'',             mlflow.read mlflow.write,  CONTRIBUTOR",
        "readers,        mlflow.write,              CONTRIBUTOR",
        "leads,          mlflow.read,               MANAGER",
        "mlflow.write,   leads,                     none",
      })
  void theHighestLevelOfGroupsAndScopesCounts(String groups, String scopes, AccessLevel level) {
    Caller caller = new Caller("s", "S", words(groups), words(scopes), Optional.empty());
    assertEquals(Optional.ofNullable(level), levelOn("s", caller));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "leads,    mlflow/s, manager,     MANAGER",
        "leads,    mlflow/s, contributor, CONTRIBUTOR",
        "leads,    mlflow/s, viewer,      VIEWER",
        "readers,  mlflow/s, viewer,      VIEWER",
        "readers,  mlflow/s, manager,     VIEWER",
        "'',       mlflow/s, manager,     none",
        "leads,    mlflow/t, manager,     none",
        "leads,    s,        manager,     none",
        "leads,    mlflow/s, MANAGER,     none",
        "leads,    mlflow/s, owner,       none",
        "leads,    mlflow/s, '',          none",
      })
  void anAccessTokenHasTheLowerOfItsOwnersLevelAndItsGrant(
      String groups, String resource, String grant, AccessLevel level) {
    Caller.Token token = new Caller.Token("id", Map.of(resource, grant));
    Caller caller = new Caller("s", "S", words(groups), Set.of("mlflow.write"), Optional.of(token));
    assertEquals(Optional.ofNullable(level), levelOn("s", caller));
  }

  @Test
  void anAccessTokenWithoutGrantsOpensNothing() {
    Caller.Token token = new Caller.Token("id", Map.of());
    Caller caller = new Caller("s", "S", Set.of("leads"), Set.of(), Optional.of(token));
    assertEquals(Optional.empty(), levelOn("s", caller));
    assertEquals(Optional.empty(), levelOn("no-such-server", caller));
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  private static Optional<AccessLevel> levelOn(String id, Caller caller) {
    return servers(Map.of("s", Server.of(SERVER))).of(caller, id).map(ServerAccess::level);
  }

  @Test
  void allProblemsAreReportedAtOnceByTheirProperty() {
    TrackingServers servers =
        new TrackingServers(
            new Config(
                Optional.of("mlflow.example.com"),
                Map.of(
                    "No ID", Server.of(APP),
                    "unset", Server.of(null),
                    "typo", Server.of("arn:aws:s3:::bucket"),
                    "china", Server.of(SERVER.replace(":aws:", ":aws-cn:")),
                    "gov-app", Server.of(APP.replace(":aws:", ":aws-us-gov:")),
                    "role", Server.of(APP).withRole("portico"),
                    "roles", Server.of(SERVER).withRole(AccessLevel.VIEWER, ROLE + "\n"),
                    "fine", Server.of(APP))),
            new NoAws(Optional.empty()),
            PORTAL);
    assertEquals(
        Set.of(
            "portico.mlflow.origin",
            "portico.mlflow.servers.No ID",
            "portico.mlflow.servers.unset.arn",
            "portico.mlflow.servers.typo.arn",
            "portico.mlflow.servers.china.arn",
            "portico.mlflow.servers.gov-app.arn",
            "portico.mlflow.servers.role.role-arn",
            "portico.mlflow.servers.roles.role-arns.viewer",
            "portico.mlflow.servers.roles.role-arns.contributor",
            "portico.mlflow.servers.roles.role-arns.manager"),
        Set.copyOf(servers.problems().stream().map(p -> p.property()).toList()));
    assertEquals(
        List.of("fine"), servers.of(memberOf("leads")).stream().map(a -> a.server().id()).toList());
  }

  @Test
  void serversNeedAnOrigin() {
    assertEquals(
        List.of("portico.mlflow.origin"),
        new TrackingServers(
                new Config(Optional.empty(), Map.of("s", Server.of(SERVER))),
                new NoAws(Optional.empty()),
                PORTAL)
            .problems().stream().map(p -> p.property()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://PORTAL.example.com:443/", "http://mlflow.example.com"})
  void mlflowNeedsAHostOfItsOwnAndThePortalsScheme(String origin) {
    TrackingServers servers =
        new TrackingServers(
            new Config(Optional.of(origin), Map.of()), new NoAws(Optional.empty()), PORTAL);
    assertEquals(
        List.of("portico.mlflow.origin"),
        servers.problems().stream().map(p -> p.property()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/",
        "arn:aws:sagemaker:eu-west-1:12345:mlflow-app/a",
        "arn:aws:sagemaker:EU:123456789012:mlflow-app/a",
        "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/a",
        "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/a/b",
        "arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/a\nx: y",
        " arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/a"
      })
  void whatIsNoArnIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> TrackingServerArn.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Created, RUNNING",
    "Started, RUNNING",
    "UpdateFailed, RUNNING",
    "Stopped, STOPPED",
    "StartFailed, STOPPED",
    "Creating, CHANGING",
    "Stopping, CHANGING",
    "MaintenanceInProgress, CHANGING",
    "CreateFailed, FAILED",
    "SomethingNew, UNKNOWN"
  })
  void everyStatusOfSageMakerMeansSomethingToPeople(String status, ServerStatus.State state) {
    assertEquals(state, ServerStatus.stateOf(status));
  }
}
