package io.portico.agents.tools;

import io.portico.portal.Portal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The portal's own API in OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12: a file, and
 * a path for each tool.
 */
@ApplicationScoped
class PortalApi {
  private static final String FILE = "portal.yaml";

  private final String json;

  PortalApi(
      Tools tools,
      Portal portal,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    JsonObject api = file();
    api.getJsonObject("info").put("version", version);
    api.put("servers", JsonArray.of(JsonObject.of("url", portal.origin().toString())));
    JsonObject paths = api.getJsonObject("paths");
    tools.all().forEach(tool -> paths.put("/api/tools/" + tool.tool().card().name(), path(tool)));
    json = api.encodePrettily() + "\n";
  }

  private static JsonObject file() {
    try (InputStream file = PortalApi.class.getResourceAsStream(FILE)) {
      Map<String, Object> api = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return JsonObject.mapFrom(api);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject path(Tools.Described described) {
    Tool<?, ?> tool = described.tool();
    JsonObject post =
        new JsonObject()
            .put("tags", JsonArray.of("tools"))
            .put("operationId", tool.card().name())
            .put("summary", tool.card().title())
            .put("description", tool.card().description())
            .put("security", JsonArray.of(JsonObject.of("bearer", new JsonArray())))
            .put(
                "requestBody",
                new JsonObject().put("required", true).put("content", content(described.takes())))
            .put("responses", responses(described));
    if (!tool.isReadOnly()) {
      post.put("parameters", JsonArray.of(reference("parameters/idempotencyKey")));
    }
    return JsonObject.of("post", post);
  }

  private static JsonObject responses(Tools.Described described) {
    return new JsonObject()
        .put(
            "200",
            new JsonObject()
                .put("description", "The result.")
                .put("content", content(described.gives())))
        .put("default", reference("responses/problem"));
  }

  private static JsonObject content(Map<String, Object> schema) {
    JsonObject inOpenApi = JsonObject.mapFrom(schema);
    // OpenAPI 3.1 names another dialect of the same for the whole document.
    inOpenApi.remove("$schema");
    return JsonObject.of("application/json", JsonObject.of("schema", inOpenApi));
  }

  private static JsonObject reference(String component) {
    return JsonObject.of("$ref", "#/components/" + component);
  }

  /** The document, with a line feed at its end. */
  String json() {
    return json;
  }
}
