package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Match;

/** Alarms, and the page that shows them. */
class WatchTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @ParameterizedTest
  @EnumSource
  void everyAlarmSaysWhatToDoAndReachesSomebody(Synthesised which) {
    for (JsonNode alarm : Synthesised.resources(which.serviceJson(), ALARM).values()) {
      assertTrue(
          alarm.path("AlarmDescription").asText().matches(".*docs/how-to/runbook.md, '[^']+'\\."),
          alarm.toString());
      assertEquals(1, alarm.path("AlarmActions").size());
    }
  }

  @Test
  void nothingImportantIsUnwatched() {
    Set<String> metrics = new TreeSet<>();
    Synthesised.resources(Synthesised.SMALLEST.serviceJson(), ALARM)
        .values()
        .forEach(alarm -> metrics.add(alarm.path("MetricName").asText()));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "ACUUtilization",
                "BlockedRequests",
                "CPUUtilization",
                "DatabaseConnections",
                "DaysToExpiry",
                "Errors",
                "HTTPCode_ELB_5XX_Count",
                "HTTPCode_Target_5XX_Count",
                "MemoryUtilization",
                "RunningTaskCount",
                "TargetResponseTime",
                "UnHealthyHostCount",
                "VolumeBytesUsed")),
        metrics);
  }

  @Test
  void noNewsOfTasksIsBadNews() {
    Synthesised.SMALLEST
        .service()
        .hasResourceProperties(
            ALARM,
            Map.of(
                "MetricName", "RunningTaskCount",
                "Threshold", 2,
                "ComparisonOperator", "LessThanThreshold",
                "TreatMissingData", "breaching"));
  }

  @Test
  void errorsAreCountedInTheJsonOfTheLog() {
    Synthesised.SMALLEST
        .service()
        .hasResourceProperties(
            "AWS::Logs::MetricFilter", Map.of("FilterPattern", "{ $.level = \"ERROR\" }"));
  }

  @Test
  void aGivenTopicIsUsedAndNoneIsMade() {
    Synthesised.EXISTING.service().resourceCountIs("AWS::SNS::Topic", 0);
    Synthesised.EXISTING
        .service()
        .allResourcesProperties(
            ALARM,
            Map.of(
                "AlarmActions",
                java.util.List.of("arn:aws:sns:eu-central-1:123456789012:operators")));
    Synthesised.SMALLEST
        .service()
        .hasResourceProperties(
            "AWS::SNS::Subscription",
            Map.of("Protocol", "email", "Endpoint", "portal-operators@example.com"));
  }

  @ParameterizedTest
  @EnumSource
  void onePageShowsAll(Synthesised which) {
    which
        .service()
        .hasResourceProperties(
            "AWS::CloudWatch::Dashboard",
            Map.of(
                "DashboardName", which.configuration().name(), "DashboardBody", Match.anyValue()));
  }

  /** CloudWatch comes by the topic's policy; one that only denies lets no alarm through. */
  @Test
  void alarmsMayPublishToTheTopic() {
    JsonNode statements =
        Synthesised.resources(Synthesised.SMALLEST.serviceJson(), "AWS::SNS::TopicPolicy")
            .values()
            .iterator()
            .next()
            .at("/PolicyDocument/Statement");
    assertTrue(
        Synthesised.each(statements)
            .anyMatch(
                s ->
                    s.path("Effect").asText().equals("Allow")
                        && s.at("/Principal/Service").asText().equals("cloudwatch.amazonaws.com")
                        && s.path("Action").asText().equals("sns:Publish")
                        && s.at("/Condition/StringEquals").has("aws:SourceAccount")),
        statements.toString());
  }
}
