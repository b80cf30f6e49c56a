package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** cfn-lint knows the schemas of CloudFormation; where it is on the PATH it has nothing to say. */
class LintTest {
  @Test
  void cfnLintFindsNothing() throws IOException, InterruptedException {
    assumeTrue(installed(), "cfn-lint is not on the PATH: pip install cfn-lint");
    List<String> command = new ArrayList<>(List.of("cfn-lint"));
    for (Synthesised which : Synthesised.values()) {
      which.serviceJson();
      try (Stream<Path> files = Files.list(Path.of("target/assemblies", which.name()))) {
        files.map(Path::toString).filter(f -> f.endsWith(".template.json")).forEach(command::add);
      }
    }
    Process lint = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, lint.waitFor(), said);
    assertEquals("", said.strip());
  }

  private static boolean installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "cfn-lint")));
  }
}
