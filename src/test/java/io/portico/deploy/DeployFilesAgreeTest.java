package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Image, Compose, Kubernetes and the application say the same of what they share. */
class DeployFilesAgreeTest {
  private static final String DEPLOYMENT = "k8s/base/deployment.yaml";
  private static final String COMPOSE = "compose/compose.yaml";
  private static final Pattern DIGEST = Pattern.compile(".+:\\d[^:@]+@sha256:[0-9a-f]{64}");

  private static JsonNode pod() throws IOException {
    return DeployFolder.yaml(DEPLOYMENT).at("/spec/template/spec");
  }

  private static JsonNode container() throws IOException {
    return pod().at("/containers/0");
  }

  private static JsonNode portal() throws IOException {
    return DeployFolder.yaml(COMPOSE).at("/services/portal");
  }

  private static Duration production(String setting) throws IOException {
    Map<String, String> settings = DeployFolder.settings();
    String value = settings.getOrDefault("%prod." + setting, settings.getOrDefault(setting, "0s"));
    return Duration.parse("PT" + value);
  }

  private static long gibibytes(String amount) {
    return Long.parseLong(amount.replaceFirst("(?:G|Gi)$", ""));
  }

  @Test
  void everyoneNamesTheApplicationsPorts() throws IOException {
    String http = DeployFolder.settings().get("quarkus.http.port");
    String management = DeployFolder.settings().get("quarkus.management.port");
    assertEquals(List.of(http + " " + management), DeployFolder.instructions("EXPOSE"));
    assertEquals(
        List.of(http, management), container().at("/ports").findValuesAsText("containerPort"));
    assertTrue(DeployFolder.text("compose/Caddyfile").contains("reverse_proxy portal:" + http));
    assertTrue(portal().at("/healthcheck/test/3").asText().contains("/127.0.0.1/" + management));
    assertEquals(
        management,
        DeployFolder.yaml("k8s/overlays/eks/ingress.yaml")
            .at("/metadata/annotations/alb.ingress.kubernetes.io~1healthcheck-port")
            .asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"startupProbe", "livenessProbe", "readinessProbe"})
  void probesAskTheManagementPort(String probe) throws IOException {
    JsonNode request = container().at("/" + probe + "/httpGet");
    assertEquals("management", request.get("port").asText());
    String last = probe.equals("readinessProbe") ? "ready" : "live";
    assertEquals("/q/health/" + last, request.get("path").asText());
  }

  @Test
  void thePortalRunsAsOneUserEverywhere() throws IOException {
    assertEquals(List.of("10001:10001"), DeployFolder.instructions("USER"));
    JsonNode user = pod().get("securityContext");
    assertEquals("10001", user.get("runAsUser").asText());
    assertEquals("10001", user.get("runAsGroup").asText());
    assertEquals("10001", user.get("fsGroup").asText());
    assertTrue(user.get("runAsNonRoot").asBoolean());
    // Whoever holds the authority's certificate for the portal to read.
    assertEquals("10001:10001", DeployFolder.yaml(COMPOSE).at("/services/gate/user").asText());
  }

  @Test
  void allThatIsWrittenGoesToOneVolume() throws IOException {
    String work = DeployFolder.arguments("docker/jvm.options").get("java.io.tmpdir");
    assertEquals(List.of(work), DeployFolder.instructions("VOLUME"));
    assertTrue(container().at("/securityContext/readOnlyRootFilesystem").asBoolean());
    assertEquals(work, container().at("/volumeMounts/0/mountPath").asText());
    assertTrue(portal().get("read_only").asBoolean());
    assertEquals("spool:" + work, portal().at("/volumes/0").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s/base", "k8s/overlays/eks"})
  void theSpoolFitsIntoTheVolume(String folder) throws IOException {
    Map<String, String> properties = DeployFolder.properties(folder + "/application.properties");
    long spool = gibibytes(properties.get("portico.mlflow.proxy.spool-quota"));
    long volume = gibibytes(pod().at("/volumes/0/emptyDir/sizeLimit").asText());
    assertTrue(spool < volume);
    assertTrue(volume < gibibytes(container().at("/resources/limits/ephemeral-storage").asText()));
  }

  @Test
  void theConfigurationIsWhereThePortalLooks() throws IOException {
    String home = DeployFolder.instructions("WORKDIR").get(1);
    assertEquals(home + "/config", container().at("/volumeMounts/1/mountPath").asText());
  }

  @Test
  void nobodyKillsWhatIsStillUnderWay() throws IOException {
    Duration needed =
        production("quarkus.shutdown.delay").plus(production("quarkus.shutdown.timeout"));
    long kubernetes = pod().get("terminationGracePeriodSeconds").asLong();
    assertTrue(Duration.ofSeconds(kubernetes).compareTo(needed) > 0);
    Duration compose = Duration.parse("PT" + portal().get("stop_grace_period").asText());
    assertTrue(compose.compareTo(needed) > 0);
  }

  @Test
  void theImageIsBuiltOnBytesThatDoNotChange() throws IOException {
    List<String> bases =
        DeployFolder.instructions("FROM").stream()
            .map(line -> line.split(" ")[0])
            .filter(base -> !base.equals("runtime"))
            .toList();
    assertEquals(2, bases.size());
    bases.forEach(base -> assertTrue(DIGEST.matcher(base).matches(), base));
    // The cache is good for one build of the JVM.
    assertEquals(
        bases.get(1).replaceFirst("@.*", ""),
        bases.get(0).replaceFirst("@.*", "").replace("-jdk-", "-jre-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate", "keycloak", "postgres", "mlflow"})
  void composeNamesVersions(String service) throws IOException {
    String image = DeployFolder.yaml(COMPOSE).at("/services/" + service + "/image").asText();
    assertTrue(image.matches("[^:]+:v?\\d+\\.\\d+[^:@]*(@sha256:[0-9a-f]{64})?"), image);
    assertFalse(image.contains("latest"));
  }

  @Test
  void composeBringsTheKeycloakThatTheTestsTry() throws IOException {
    Matcher tried =
        Pattern.compile("<keycloak.version>(.+)</").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(tried.find());
    String image = DeployFolder.yaml(COMPOSE).at("/services/keycloak/image").asText();
    assertTrue(image.contains(":" + tried.group(1) + "@"), image);
  }

  @Test
  void composesKeycloakReachesTheBackChannelOfThePortal() throws IOException {
    String path = "/sign-out/back-channel";
    String address =
        DeployFolder.yaml(COMPOSE)
            .at("/services/keycloak/environment/PORTICO_BACK_CHANNEL")
            .asText();
    String origin = portal().at("/environment/PORTICO_PORTAL_ORIGIN").asText();
    assertTrue(
        DeployFolder.text("compose/realm.json")
            .contains("${PORTICO_BACK_CHANNEL:" + "http://localhost:8080}" + path + "\""));
    assertTrue(
        DeployFolder.text("compose/Caddyfile")
            .contains(
                address
                    + " {\n\treverse_proxy "
                    + path
                    + " portal:8080 {\n\t\theader_up Host "
                    + origin.substring("https://".length())
                    + "\n"));
  }

  @Test
  void composeAnswersAtTheAddressThatProgramsAreShown() throws IOException {
    String origin = portal().at("/environment/PORTICO_PORTAL_ORIGIN").asText();
    Pattern sites = Pattern.compile("(?m)^(https://.*) \\{\n\treverse_proxy portal:");
    Matcher portal = sites.matcher(DeployFolder.text("compose/Caddyfile"));
    assertTrue(portal.find());
    List<String> addresses = List.of(portal.group(1).split(", "));
    assertTrue(addresses.contains(origin));
    // See Portal.addressForPrograms().
    assertTrue(addresses.contains(origin.replaceFirst("//[a-z.]+localhost", "//localhost")));
  }

  @Test
  void thePortalStartsWithoutAShell() throws IOException {
    assertEquals(
        List.of(
            "[\"java\", \"@jvm.options\", \"-XX:AOTCache=portico.aot\", \"-jar\", \"quarkus-run.jar\"]"),
        DeployFolder.instructions("ENTRYPOINT"));
    assertEquals(List.of("SIGTERM"), DeployFolder.instructions("STOPSIGNAL"));
  }
}
