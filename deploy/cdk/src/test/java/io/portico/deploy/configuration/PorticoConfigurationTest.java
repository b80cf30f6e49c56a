package io.portico.deploy.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one file is read whole: what it means, and everything that it gets wrong. */
class PorticoConfigurationTest {
  private static final String SMALLEST = read("src/test/resources/configurations/smallest.yaml");

  @Test
  void whatIsLeftOutHasASensibleValue() {
    PorticoConfiguration configuration = PorticoConfiguration.parse(SMALLEST);
    assertEquals("portico", configuration.name());
    assertEquals(new Size(1024, 2048, 2, 6, 20, 3000, "x86_64"), configuration.size());
    assertEquals(new Database.Aurora(0.5, 4, 14), configuration.database());
    assertEquals(new Network.OfItsOwn("10.0.0.0/16", 2, false, false), configuration.network());
    assertEquals(List.of("0.0.0.0/0"), configuration.entrance().from());
    assertEquals(400, configuration.logsKept());
    assertTrue(configuration.keepData());
  }

  @Test
  void theExampleIsRight() {
    PorticoConfiguration example = PorticoConfiguration.parse(read("portico.example.yaml"));
    assertEquals(3, example.servers().size());
    assertEquals(Map.of("portico.tokens.max-lifetime", "P30D"), example.properties());
  }

  /** What the example names as alternatives is right as well, so that it can be uncommented. */
  @Test
  void theExamplesCommentsAreRight() {
    String uncommented =
        read("portico.example.yaml")
            .replace("  # client-secret-arn:", "  client-secret-arn:")
            .replace("  # web-acl-arn:", "  web-acl-arn:")
            .replaceAll("(?m)^  # (existing:|  [a-z-]+: )", "  $1")
            .replaceAll(
                "(?m)^  (cidr|nat-gateways|aws-endpoints|sagemaker-endpoints"
                    + "|min-capacity|max-capacity|backup-days): .*$",
                "");
    PorticoConfiguration configuration = PorticoConfiguration.parse(uncommented);
    assertTrue(configuration.network() instanceof Network.Existing);
    assertTrue(configuration.database() instanceof Database.Existing);
    assertTrue(configuration.signIn().clientSecretArn().isPresent());
  }

  @Test
  void anEmptyFileIsToldAllThatItNeeds() {
    assertEquals(
        Set.of(
            "alarms.email",
            "image.repository",
            "image.tag",
            "mlflow",
            "portal.certificate-arn",
            "portal.host",
            "region",
            "sign-in.issuer"),
        mistaken(""));
  }

  @Test
  void allMistakesAreNamedAtOnceWithWhatToDo() {
    MistakenConfiguration mistaken =
        assertThrows(
            MistakenConfiguration.class,
            () ->
                PorticoConfiguration.parse(
                    SMALLEST
                        .replace("host: portal.example.com", "host: https://portal.example.com/")
                        .replace("tag: 1.0.0", "tag: 1.10")
                        .replace("contributor", "admin")));
    String message = mistaken.getMessage();
    assertTrue(message.contains("portal.host: write a host name"), message);
    assertTrue(message.contains("image.tag: ") && message.contains("use quotation marks"), message);
    assertTrue(
        message.contains("mlflow.servers.churn.access.churn-team: write one of viewer,"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          region: eu-west-1 | region: Ireland | region
          host: portal.example.com | host: PORTAL.example.com | portal.host
          host: portal.example.com | host: portal.example.com:8443 | portal.host
          host: portal.example.com | host: "*.example.com" | portal.host
          host: portal.example.com | host: mlflow.portal.example.com | mlflow.host
          host: portal.example.com | hosts: portal.example.com | portal.hosts
          eu-west-1:123456789012:certificate | us-east-1:123456789012:certificate | portal.certificate-arn
          mlflow-app/app-EXAMPLE | mlflow-app/../other | mlflow.servers.churn.arn
          mlflow-app/app-EXAMPLE | endpoint/churn | mlflow.servers.churn.arn
          churn: | Churn: | mlflow.servers.Churn
          churn: | churn.arn: | mlflow.servers.churn.arn
          churn: | ../churn: | mlflow.servers.../churn
          {churn-team: contributor} | {} | mlflow.servers.churn.access
          {churn-team: contributor} | {'a"b': contributor} | mlflow.servers.churn.access.a"b
          {churn-team: contributor} | {churn-team: contributor, Churn-Team: viewer} | mlflow.servers.churn.access.Churn-Team
          {churn-team: contributor} | {'${b}': contributor} | mlflow.servers.churn.access.${b}
          sagemaker:eu-west-1:123456789012 | sagemaker:eu-west-1:210987654321 | mlflow.servers.churn.role-arns
          {churn-team: contributor} | {churn-team: [contributor]} | mlflow.servers.churn.access.churn-team
          https://login.example.com/realms/company | http://login.example.com | sign-in.issuer
          https://login.example.com/realms/company | https://user:pw@login.example.com | sign-in.issuer
          {repository: portico, tag: 1.0.0} | {repository: portico} | image.tag
          {repository: portico, tag: 1.0.0} | {repository: portico, tag: latest, digest: "sha256:00"} | image.tag
          {repository: portico, tag: 1.0.0} | {repository: Portico, tag: 1.0.0} | image.repository
          email: portal-operators@example.com | email: portal operators | alarms.email
          """)
  void aMistakeIsFoundWhereItIs(String was, String is, String property) {
    assertTrue(SMALLEST.contains(was), was);
    assertTrue(
        mistaken(SMALLEST.replace(was, is)).contains(property),
        () -> mistaken(SMALLEST.replace(was, is)).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size: {tasks: {min: 1}} | size.tasks.min
          size: {tasks: {min: 4, max: 3}} | size.tasks.max
          size: {cpu: 1000} | size.cpu
          size: {cpu: 1024, memory: 2500} | size.memory
          size: {cpu: 1500} | size.cpu
          size: {spool: 10} | size.spool
          size: {spool: many} | size.spool
          size: {architecture: sparc} | size.architecture
          database: {min-capacity: 0.7} | database.min-capacity
          database: {min-capacity: 8} | database.max-capacity
          database: {existing: {jdbc-url: "jdbc:postgresql://db/portico?password=x y"}} | database.existing.jdbc-url
          database: {existing: {jdbc-url: "jdbc:h2:mem:x"}} | database.existing.secret-arn
          network: {existing: {vpc-id: vpc-0123456789abcdef0, zones: [eu-west-1a]}} | network.existing.zones
          network: {existing: {zones: [eu-west-1a, us-east-1a]}} | network.existing.zones
          network: {existing: {zones: [eu-west-1a, eu-west-1b], private-subnets: [subnet-0123456789abcdef0]}} | network.existing.private-subnets
          network: {existing: {zones: [eu-west-1a, eu-west-1b]}} | network.existing.public-subnets
          network: {nat-gateways: 0} | network.nat-gateways
          network: {cidr: 10.0.0.0} | network.cidr
          network: {aws-endpoints: yes please} | network.aws-endpoints
          load-balancer: {internet-facing: false} | load-balancer.from
          load-balancer: {from: ["::/0"]} | load-balancer.from
          logs-kept: 31 | logs-kept
          keep-data: "false" | keep-data
          name: Portico | name
          name: a_b | name
          cdn: {certificate-arn: "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555", prefix-list: pl-01234567} | cdn.certificate-arn
          hosted-zone: {id: Z0123456789, name: example.org} | hosted-zone.name
          properties: {portico.portal.secret: x} | properties.portico.portal.secret
          properties: {quarkus.datasource.password: x} | properties.quarkus.datasource.password
          properties: {portico.portal.origin: x} | properties.portico.portal.origin
          properties: {portico.mlflow.servers.churn.endpoint: x} | properties.portico.mlflow.servers.churn.endpoint
          properties: {PATH: x} | properties.PATH
          properties: {portico.x: 30} | properties.portico.x
          api-documentation: {access: {}} | api-documentation.access
          api-documentation: {access: {team: {editor: ["tag:team"]}}} | api-documentation.access.team.editor
          api-documentation: {access: {team: {owner: ["*"]}}} | api-documentation.access.team.owner
          collector: collector.example.com | collector
          collector: http://collector.example.com | collector
          database: {existing: {jdbc-url: "jdbc:postgresql://db/portico?ssl=true&password=x"}} | database.existing.jdbc-url
          database: {existing: {jdbc-url: "jdbc:postgresql://db/portico?user=x"}} | database.existing.jdbc-url
          api-documentation: {access: {team: {viewer: ["*"]}, Team: {editor: ["*"]}}} | api-documentation.access.Team
          api-documentation: {access: {team: {viewer: ["tag:a=${b}"]}}} | api-documentation.access.team.viewer
          properties: {portico.x: "${PORTICO_PORTAL_SECRET}"} | properties.portico.x
          portals: {} | portals
          """)
  void anAdditionThatCannotBeIsNamed(String addition, String property) {
    assertTrue(
        mistaken(SMALLEST + addition + "\n").contains(property),
        () -> mistaken(SMALLEST + addition + "\n").toString());
  }

  @Test
  void anAppTakesOneRoleAndATrackingServerOneForEachLevel() {
    String role = "arn:aws:iam::123456789012:role/x";
    assertEquals(
        Set.of("mlflow.servers.churn.role-arns"),
        mistaken(
            SMALLEST.replace("access: {", "role-arns: {viewer: " + role + "}\n      access: {")));
    assertEquals(
        Set.of("mlflow.servers.churn.role-arns"),
        mistaken(
            SMALLEST
                .replace("mlflow-app/app-EXAMPLE", "mlflow-tracking-server/churn")
                .replace("access: {", "role-arns: {viewer: " + role + "}\n      access: {")));
  }

  @Test
  void withCloudFrontNobodyElseComesIn() {
    assertTrue(
        mistaken(read("portico.example.yaml").replace("  # from: [192", "  from: [192"))
            .contains("load-balancer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "region: [",
        "name: a\nname: b",
        "&a [*a]: x: y",
        "\u0000",
        "name: ab\n---\nname: cd",
        "name: &n ab\nregion: *n"
      })
  void whatIsNoYamlIsSaidToBeNone(String yaml) {
    MistakenConfiguration mistaken =
        assertThrows(MistakenConfiguration.class, () -> PorticoConfiguration.parse(yaml));
    assertEquals("the file", mistaken.mistakes().get(0).property());
    assertTrue(mistaken.getMessage().startsWith("Nothing was deployed."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a\n- list",
        "just text",
        "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1/']]"
      })
  void whatIsNoMapOfPropertiesIsRefused(String yaml) {
    assertTrue(mistaken(yaml).contains("the file"), () -> mistaken(yaml).toString());
  }

  @Test
  void noValueBeginsALineOfItsOwn() {
    assertTrue(
        mistaken(SMALLEST.replace("sign-in:", "sign-in:\n  client-id: \"a\\nb\""))
            .contains("sign-in.client-id"));
  }

  private static Set<String> mistaken(String yaml) {
    return assertThrows(MistakenConfiguration.class, () -> PorticoConfiguration.parse(yaml))
        .mistakes()
        .stream()
        .map(Mistake::property)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
