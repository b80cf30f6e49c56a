package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever an alarm wakes finds the section that it names. */
class AlarmsTest {
  private static final Pattern NAMED = Pattern.compile("runbook\\.md, '([^']+)'");

  @Test
  void everyAlarmNamesASectionOfTheRunbook() throws IOException {
    String template = DeployFolder.text("cdk/templates/everything/portico-service.json");
    String runbook = Files.readString(Path.of("docs/how-to/runbook.md"));
    Set<String> named =
        NAMED
            .matcher(template)
            .results()
            .map(section -> section.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(named.size() > 5, named::toString);
    named.removeIf(section -> runbook.contains("\n## " + section + "\n"));
    assertEquals(Set.of(), named);
  }
}
