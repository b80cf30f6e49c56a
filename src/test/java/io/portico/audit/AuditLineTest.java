package io.portico.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLineTest {
  private static String line(String name, String detail) {
    return AuditLine.of(
        KeptActivity.of(
            Activities.by(
                new Actor("s-1", name, "session"), Activities.NOON, "mlflow/churn", detail)));
  }

  @Test
  void aRecordIsOneJsonObjectWithTheTimeInUtc() {
    JsonObject json = new JsonObject(line("Jörg \"J\" O'Neil", "{\"a\":1}"));
    assertEquals("2026-05-04T12:00:00.000001Z", json.getString("time"));
    assertEquals("s-1", json.getString("subject"));
    assertEquals("Jörg \"J\" O'Neil", json.getString("name"));
    assertEquals("session", json.getString("via"));
    assertEquals("WRITE", json.getString("action"));
    assertEquals("mlflow/churn", json.getString("resource"));
    assertEquals("{\"a\":1}", json.getString("detail"));
    assertEquals("DONE", json.getString("result"));
    assertEquals("R1", json.getString("request"));
    assertEquals(36, json.getString("id").length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\n{\"subject\":\"forged\"}",
        "\u001b[2J\u001b[31mred",
        "\u009b31m",
        "nul\u0000",
        "del\u007f",
        "next line\u0085",
        "line\u2028paragraph\u2029",
        "right to left \u202e",
        "half \ud800 a pair",
        "a smile \ud83d\ude00",
        "%s %n $ {}"
      })
  void aHostileNameStaysInItsLine(String hostile) {
    String line = line(hostile, hostile);
    assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
    assertEquals("s-1", new JsonObject(line).getString("subject"));
  }
}
