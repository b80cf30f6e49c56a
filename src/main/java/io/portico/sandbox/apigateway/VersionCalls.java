package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Optional;

/** The calls on the versions of an API's documentation. */
final class VersionCalls {
  private final RestApis apis;
  private final InstantSource clock;

  VersionCalls(RestApis apis, InstantSource clock) {
    this.apis = apis;
    this.clock = clock;
  }

  void register(Operations operations) {
    String all = "/restapis/*/documentation/versions";
    String one = all + "/*";
    operations
        .add("GetDocumentationVersions", "GET " + all, this::list)
        .add("CreateDocumentationVersion", "POST " + all, this::create)
        .add("GetDocumentationVersion", "GET " + one, this::get)
        .add("UpdateDocumentationVersion", "PATCH " + one, this::update)
        .add("DeleteDocumentationVersion", "DELETE " + one, this::delete);
  }

  private GatewayReply list(GatewayRequest request) {
    return GatewayReply.ok(
        Page.of(request).cut(api(request).versions(), DocumentationVersion::json));
  }

  private GatewayReply create(GatewayRequest request) {
    RestApi api = api(request);
    JsonNode wanted = request.json();
    String name = wanted.path("documentationVersion").asText("");
    if (name.isBlank()) {
      throw GatewayException.badRequest("Documentation version must not be empty.");
    }
    Optional<String> stage =
        Optional.of(wanted.path("stageName").asText("")).filter(given -> !given.isEmpty());
    String description = wanted.path("description").asText("");
    return GatewayReply.created(api.publish(name, description, stage, clock.instant()).json());
  }

  private GatewayReply get(GatewayRequest request) {
    return GatewayReply.ok(api(request).version(name(request)).json());
  }

  private GatewayReply update(GatewayRequest request) {
    RestApi api = api(request);
    DocumentationVersion version = api.version(name(request));
    return GatewayReply.ok(
        Replacement.in(request, "/description")
            .map(text -> api.describe(version.name(), text))
            .orElse(version)
            .json());
  }

  private GatewayReply delete(GatewayRequest request) {
    api(request).deleteVersion(name(request));
    return GatewayReply.accepted();
  }

  private RestApi api(GatewayRequest request) {
    return apis.get(request.path().get(1));
  }

  private static String name(GatewayRequest request) {
    return request.path().get(4);
  }
}
