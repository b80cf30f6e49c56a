package io.portico.portal;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Leaves people and their secrets out of traces: a query may hold a ticket or a code, and what
 * people search for; the client's address and browser may tell who it was. The peer's address
 * stays, which is the load balancer's.
 */
@Singleton
public class AnonymousSpans implements SpanProcessor {
  static final String LEFT_OUT = "-";

  /** Of OpenTelemetry's semantic conventions for HTTP, 1.23 and later. */
  private static final List<AttributeKey<String>> PERSONAL =
      List.of(
          AttributeKey.stringKey("url.query"),
          AttributeKey.stringKey("client.address"),
          AttributeKey.stringKey("user_agent.original"));

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    for (AttributeKey<String> key : PERSONAL) {
      if (span.getAttribute(key) != null) {
        span.setAttribute(key, LEFT_OUT);
      }
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // It is done by then.
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
