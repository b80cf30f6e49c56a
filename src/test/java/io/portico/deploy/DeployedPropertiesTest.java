package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever property of the portal a deployment sets, the portal has. */
class DeployedPropertiesTest {
  private static final Set<String> KNOWN = known();

  private static Set<String> known() {
    return new ClassFileImporter()
            .withImportOption(location -> location.contains("Config.class"))
            .importPackages("io.portico")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .map(JavaClass::reflect)
            .map(ConfigClass::configClass)
            .flatMap(mapping -> ConfigMappings.getProperties(mapping).keySet().stream())
            .collect(Collectors.toSet());
  }

  private static Map<String, String> environment(String file) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    JsonNode variables = DeployFolder.yaml(file).at("/services/portal/environment");
    variables.properties().forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
    return environment;
  }

  /** As {@code a.*.b} matches {@code a.any.b}; what a name's last star stands for may have dots. */
  private static boolean isKnown(String property) {
    return KNOWN.stream()
        .map(known -> "\\Q" + known.replace("*", "\\E[^.]+\\Q") + "\\E")
        .anyMatch(known -> Pattern.matches(known, property));
  }

  /** By MicroProfile Config's rule for environment variables. */
  private static boolean isKnownVariable(String name) {
    return KNOWN.stream()
        .map(known -> "\\Q" + known.replace("*", "\\E.+\\Q") + "\\E")
        .map(known -> known.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
        .map(known -> known.replace("\\E_+\\Q", "\\E.+\\Q"))
        .anyMatch(known -> Pattern.matches(known, name));
  }

  private static void assertKnown(Stream<String> names) {
    List<String> portal = names.filter(name -> name.matches("(?i)portico[._].*")).toList();
    assertFalse(portal.isEmpty());
    List<String> unknown = new ArrayList<>(portal);
    unknown.removeIf(name -> name.startsWith("PORTICO_") ? isKnownVariable(name) : isKnown(name));
    assertEquals(List.of(), unknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s/base", "k8s/overlays/eks"})
  void kubernetesSetsNoOthers(String folder) throws IOException {
    assertKnown(DeployFolder.properties(folder + "/application.properties").keySet().stream());
  }

  @Test
  void kubernetesPassesSecretsThatThePortalReads() throws IOException {
    List<String> names =
        DeployFolder.yaml("k8s/base/deployment.yaml")
            .at("/spec/template/spec/containers/0/env")
            .findValuesAsText("name");
    assertKnown(names.stream().filter(name -> name.contains("_")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose/compose.yaml", "compose/compose.sandbox.yaml"})
  void composeSetsNoOthers(String file) throws IOException {
    assertKnown(environment(file).keySet().stream());
  }

  @Test
  void theTrainingSetsNoOthers() throws IOException {
    assertKnown(DeployFolder.arguments("docker/training.args").keySet().stream());
  }

  @Test
  void aPropertyThatIsNotThereWouldBeFound() {
    assertFalse(isKnown("portico.portal.orgin"));
    assertFalse(isKnown("portico.mlflow.servers.churn.role"));
    assertFalse(isKnownVariable("PORTICO_PORTAL_ORGIN"));
  }

  /** People of the realm are the demo's: what opens something to a group, finds it there. */
  @Test
  void theRealmHasEveryGroupThatHasAccess() throws IOException {
    Set<String> realm =
        DeployFolder.yaml("compose/realm.json").at("/groups").findValuesAsText("name").stream()
            .collect(Collectors.toSet());
    Map<String, String> demo = DeployFolder.settings();
    Map<String, String> compose = environment("compose/compose.yaml");
    List<String> groups =
        Stream.concat(demo.keySet().stream(), compose.keySet().stream())
            .map(
                Pattern.compile(
                        ".*portico\\.(?:mlflow\\.servers\\.\\w+|apidocs)\\.access\\.([^.]+).*")
                    ::matcher)
            .filter(access -> access.matches())
            .map(access -> access.group(1))
            .distinct()
            .toList();
    assertEquals(5, groups.size());
    assertEquals(List.of(), groups.stream().filter(group -> !realm.contains(group)).toList());
  }
}
