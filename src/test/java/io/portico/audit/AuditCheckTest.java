package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.startup.ConfigurationProblem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCheckTest {
  private record Config(int queue, Duration retention) implements AuditConfig {}

  private static List<String> problems(int queue, Duration retention) {
    return new AuditCheck(new Config(queue, retention))
        .problems().stream().map(ConfigurationProblem::property).toList();
  }

  @Test
  void aTrailWithoutRoomOrTimeIsNamed() {
    assertEquals(List.of(), problems(1, Duration.ofDays(1)));
    assertEquals(
        List.of("portico.audit.queue", "portico.audit.retention"),
        problems(0, Duration.ofHours(23)));
    assertEquals(List.of("portico.audit.retention"), problems(1, Duration.ofDays(-400)));
  }
}
