package io.portico.sandbox.endpoint;

import static io.portico.sandbox.endpoint.ApiGatewayFixture.LOYALTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** AWS's command line cannot tell the sandbox's API Gateway from AWS's. */
@Timeout(180)
class AwsCommandTest {
  private static final long ONE_CALL_SECONDS = 60;

  @TempDir private Path directory;

  /** Answers of the command, and how it ended. */
  private record Outcome(int code, String output) {

    JsonNode json() throws IOException {
      assertEquals(0, code, output);
      return new ObjectMapper().readTree(output);
    }
  }

  @Test
  @EnabledIf("isInstalled")
  void documentationGoesFromADraftToAStageAndIntoAFile() throws Exception {
    try (EndpointFixture sandbox = new EndpointFixture()) {
      JsonNode made =
          aws(
                  sandbox,
                  "create-documentation-part",
                  "--location",
                  "type=METHOD,path=/rewards,method=GET",
                  "--properties",
                  "{\"summary\":\"List rewards\"}")
              .json();
      JsonNode found =
          aws(sandbox, "get-documentation-parts", "--type", "METHOD", "--path", "/rewards").json();
      assertEquals(made.path("id"), found.at("/items/0/id"));

      Path file =
          Files.writeString(
              directory.resolve("rewards.yaml"),
              """
              openapi: 3.0.1
              info: {title: Loyalty, description: Points and rewards}
              paths: {}
              """);
      JsonNode imported =
          aws(sandbox, "import-documentation-parts", "--mode", "merge", "--body", "file://" + file)
              .json();
      assertEquals(1, imported.path("ids").size());

      aws(sandbox, "create-documentation-version", "--documentation-version", "1.0").json();
      JsonNode stage =
          aws(
                  sandbox,
                  "update-stage",
                  "--stage-name",
                  "prod",
                  "--patch-operations",
                  "op=replace,path=/documentationVersion,value=1.0")
              .json();
      assertEquals("1.0", stage.path("documentationVersion").asText());

      Path exported = directory.resolve("export.yaml");
      aws(
              sandbox,
              "get-export",
              "--stage-name",
              "prod",
              "--export-type",
              "oas30",
              "--parameters",
              "extensions=documentation",
              "--accepts",
              "application/yaml",
              exported.toString())
          .json();
      JsonNode definition = new YAMLMapper().readTree(exported.toFile());
      assertEquals("Points and rewards", definition.at("/info/description").asText());
      assertEquals("List rewards", definition.at("/paths/~1rewards/get/summary").asText());

      Outcome refused =
          aws(sandbox, "create-documentation-part", "--location", "type=API", "--properties", "{}");
      assertTrue(refused.code() != 0);
      assertTrue(refused.output().contains("(ConflictException)"), refused.output());
    }
  }

  private Outcome aws(EndpointFixture sandbox, String operation, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "aws",
                "--endpoint-url",
                sandbox.endpoint.uri().toString(),
                "--output",
                "json",
                "apigateway",
                operation,
                "--rest-api-id",
                LOYALTY));
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_ACCESS_KEY_ID", SandboxAccount.ACCESS_KEY_ID);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", SandboxAccount.SECRET_ACCESS_KEY);
    builder.environment().put("AWS_DEFAULT_REGION", SandboxAccount.REGION);
    builder.environment().put("AWS_CONFIG_FILE", directory.resolve("none").toString());
    builder.environment().put("AWS_PAGER", "");
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(ONE_CALL_SECONDS, TimeUnit.SECONDS), operation + " hangs");
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", ""))
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
        .map(entry -> Path.of(entry, "aws"))
        .anyMatch(Files::isExecutable);
  }
}
