package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each role may do, in a file that people read: iam/. */
class RolesTest {
  @ParameterizedTest
  @EnumSource
  void everyPermissionIsInTheListThatPeopleRead(Synthesised which) throws IOException {
    StringBuilder list = new StringBuilder();
    for (JsonNode template : new JsonNode[] {which.dataJson(), which.serviceJson()}) {
      Map<String, JsonNode> roles =
          new TreeMap<>(Synthesised.resources(template, "AWS::IAM::Role"));
      roles.forEach((id, role) -> describe(list, id, role, template));
    }
    Committed.compare(
        Path.of("iam", which.name().toLowerCase(Locale.ROOT) + ".txt"), list.toString());
  }

  @ParameterizedTest
  @EnumSource
  void noActionIsAStarAndNoPolicyIsAwss(Synthesised which) {
    statements(which)
        .forEach(
            statement ->
                assertTrue(
                    !statement.path("Action").toString().contains("*"), statement.toString()));
    Synthesised.resources(which.serviceJson(), "AWS::IAM::Role")
        .values()
        .forEach(role -> assertEquals(0, role.path("ManagedPolicyArns").size()));
  }

  /** Of all policies. */
  private static Stream<JsonNode> statements(Synthesised which) {
    return Synthesised.resources(which.serviceJson(), "AWS::IAM::Policy").values().stream()
        .flatMap(policy -> Synthesised.each(policy.at("/PolicyDocument/Statement")));
  }

  private static void describe(StringBuilder list, String id, JsonNode role, JsonNode template) {
    list.append(name(id))
        .append(role.has("Description") ? ": " + role.path("Description").asText() : "")
        .append('\n');
    role.at("/AssumeRolePolicyDocument/Statement")
        .forEach(
            s ->
                list.append("  may be assumed (")
                    .append(s.path("Action").asText())
                    .append(") by ")
                    .append(text(s.path("Principal")))
                    .append(s.has("Condition") ? " if " + s.path("Condition") : "")
                    .append('\n'));
    Synthesised.resources(template, "AWS::IAM::Policy")
        .values()
        .forEach(
            policy -> {
              if (policy.path("Roles").toString().contains("\"" + id + "\"")) {
                policy.at("/PolicyDocument/Statement").forEach(s -> statement(list, s));
              }
            });
    list.append('\n');
  }

  private static void statement(StringBuilder list, JsonNode statement) {
    list.append("  may\n");
    each(statement.path("Action")).forEach(a -> list.append("    ").append(a).append('\n'));
    list.append("  on\n");
    each(statement.path("Resource")).forEach(r -> list.append("    ").append(r).append('\n'));
  }

  private static TreeSet<String> each(JsonNode value) {
    TreeSet<String> all = new TreeSet<>();
    if (value.isArray()) {
      value.forEach(one -> all.add(text(one)));
    } else {
      all.add(text(value));
    }
    return all;
  }

  /** Intrinsic functions as people would write them. */
  private static String text(JsonNode value) {
    if (value.isTextual()) {
      return value.asText();
    }
    if (value.has("Ref")) {
      return "${" + name(value.path("Ref").asText()) + "}";
    }
    if (value.has("Fn::GetAtt")) {
      return "${" + name(value.at("/Fn::GetAtt/0").asText()) + "}";
    }
    if (value.has("Fn::ImportValue")) {
      return "${" + value.path("Fn::ImportValue").asText() + "}";
    }
    if (value.has("Fn::Join")) {
      StringBuilder joined = new StringBuilder();
      value.at("/Fn::Join/1").forEach(part -> joined.append(text(part)));
      return joined.toString();
    }
    StringBuilder rest = new StringBuilder();
    value.properties().forEach(p -> rest.append(text(p.getValue())));
    return rest.toString();
  }

  private static String name(String logicalId) {
    return logicalId.replaceAll("[0-9A-F]{8}$", "");
  }

  /**
   * A managed policy takes 6,144 characters, which the ARNs of some sixty roles fill: the roles
   * made here are named by their path, whatever their number.
   */
  @ParameterizedTest
  @EnumSource
  void rolesOfAnyNumberOfServersFitIntoAPolicy(Synthesised which) {
    String path = "/" + which.configuration().name() + "/" + which.configuration().region() + "/";
    Map<String, JsonNode> made =
        new TreeMap<>(Synthesised.resources(which.serviceJson(), "AWS::IAM::Role"));
    made.keySet().removeIf(id -> !id.startsWith("Server"));
    made.values().forEach(role -> assertEquals(path, role.path("Path").asText()));
    TreeSet<String> assumed = new TreeSet<>();
    statements(which)
        .filter(statement -> statement.path("Action").toString().contains("sts:AssumeRole"))
        .forEach(statement -> assumed.addAll(each(statement.path("Resource"))));
    assertEquals(!made.isEmpty(), assumed.stream().anyMatch(arn -> arn.endsWith(path + "*")));
    assertTrue(assumed.stream().noneMatch(arn -> arn.startsWith("${Server")), assumed.toString());
  }
}
