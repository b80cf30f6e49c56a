package io.portico.agents.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agent with the protocol's official Java SDK, whose requests go to some replicas in turn. It
 * checks answers against the tools' output schemas.
 */
public final class Agent implements AutoCloseable {
  private final McpSyncClient client;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Begins.
   *
   * @param token a bearer token
   * @param portals origins of replicas
   */
  public Agent(String token, String... portals) {
    client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(portals[0])
                    .endpoint("/mcp")
                    .openConnectionOnStartup(false)
                    .addHttpRequestCustomizer(
                        (request, method, endpoint, body, context) ->
                            request
                                .uri(
                                    URI.create(
                                        portals[requests.getAndIncrement() % portals.length]
                                            + "/mcp"))
                                .header("Authorization", "Bearer " + token))
                    .build())
            .requestTimeout(Duration.ofSeconds(30))
            .build();
    client.initialize();
  }

  public List<McpSchema.Tool> tools() {
    return client.listTools().tools();
  }

  public McpSchema.InitializeResult welcome() {
    return client.getCurrentInitializationResult();
  }

  /** How many requests have been sent. */
  public int requests() {
    return requests.get();
  }

  /** What a tool answers; it must not fail. */
  public JsonObject call(String tool, Map<String, Object> arguments) {
    CallToolResult result = result(tool, arguments);
    assertEquals(Boolean.FALSE, result.isError(), () -> text(result));
    JsonObject structured = JsonObject.mapFrom(result.structuredContent());
    assertEquals(structured, new JsonObject(text(result)), "for clients that read texts only");
    return structured;
  }

  /** What a tool says that fails. */
  public String failure(String tool, Map<String, Object> arguments) {
    CallToolResult result = result(tool, arguments);
    assertEquals(Boolean.TRUE, result.isError(), () -> text(result));
    return text(result);
  }

  private CallToolResult result(String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  @Override
  public void close() {
    client.close();
  }
}
