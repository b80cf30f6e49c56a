package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.portico.mlflow.proxy.FrameVisitor;
import io.portico.testsupport.EchoUpstream;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a collector of traces would be told. */
@QuarkusTest
@TestProfile(TracesTest.WithTraces.class)
class TracesTest {
  public static class WithTraces implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.otel.sdk.disabled", "false");
    }
  }

  @Singleton
  public static class Collector implements SpanExporter {
    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
      spans.addAll(batch);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  @Inject Collector collector;
  @Inject OpenTelemetry telemetry;
  @Inject EchoUpstream echo;
  @Inject FrameVisitor visitor;

  @Test
  void aSpanTellsLaneAndServerAndLeavesThePersonOut() throws IOException {
    echo.reset();
    RawHttp.Response response =
        RawHttp.send(
            8081,
            "GET /mlflow/echo/ajax-api/2.0/mlflow/runs/get?run_id=who-was-it HTTP/1.1",
            "Host: mlflow.portico.localhost:8081",
            "X-Forwarded-For: 192.0.2.77",
            "User-Agent: Mozilla/5.0 (only I have this one)",
            visitor.cookie("echo"));
    assertEquals(200, response.status());
    SpanData span = span();
    String told = span.getName() + span.getAttributes();
    assertEquals("ui", span.getAttributes().asMap().get(key("portico.lane")), told);
    assertEquals("echo", span.getAttributes().asMap().get(key("portico.server")), told);
    assertEquals(
        response.header("X-Request-Id").orElseThrow(),
        span.getAttributes().asMap().get(key("portico.request")),
        told);
    for (String personal :
        List.of("who-was-it", "192.0.2.77", "only I have", "visitor", "Visitor")) {
      assertFalse(told.contains(personal), told);
    }
  }

  @Test
  void theUpstreamIsToldNothingOfTraces() throws IOException {
    echo.reset();
    RawHttp.send(
        8081,
        "GET /mlflow/echo/version HTTP/1.1",
        "Host: mlflow.portico.localhost:8081",
        "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        visitor.cookie("echo"));
    assertEquals(List.of(), echo.only().header("traceparent"));
  }

  private static io.opentelemetry.api.common.AttributeKey<String> key(String name) {
    return io.opentelemetry.api.common.AttributeKey.stringKey(name);
  }

  /** A span ends after its response has gone. */
  private SpanData span() {
    SdkTracerProvider provider = ((OpenTelemetrySdk) telemetry).getSdkTracerProvider();
    Eventually.equal(
        true,
        () -> {
          provider.forceFlush().join(10, TimeUnit.SECONDS);
          return ofLane().isPresent();
        });
    return ofLane().orElseThrow();
  }

  private Optional<SpanData> ofLane() {
    return collector.spans.stream()
        .filter(span -> span.getAttributes().asMap().containsKey(key("portico.lane")))
        .findFirst();
  }
}
