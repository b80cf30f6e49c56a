package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls on the parts of an API's documentation. */
final class PartCalls {
  private final RestApis apis;

  PartCalls(RestApis apis) {
    this.apis = apis;
  }

  void register(Operations operations) {
    String all = "/restapis/*/documentation/parts";
    String one = all + "/*";
    operations
        .add("GetDocumentationParts", "GET " + all, this::list)
        .add("CreateDocumentationPart", "POST " + all, this::create)
        .add("ImportDocumentationParts", "PUT " + all, this::importAll)
        .add("GetDocumentationPart", "GET " + one, this::get)
        .add("UpdateDocumentationPart", "PATCH " + one, this::update)
        .add("DeleteDocumentationPart", "DELETE " + one, this::delete);
  }

  private GatewayReply list(GatewayRequest request) {
    PartFilter filter = PartFilter.of(request);
    Page page = Page.of(request);
    RestApi api = api(request);
    Stream<ObjectNode> found =
        filter.undocumented()
            ? Entities.of(api.definition()).stream()
                .filter(entity -> !api.parts().documents(entity))
                .filter(filter::matches)
                .map(PartCalls::undocumented)
            : api.parts().all().stream()
                .filter(part -> filter.matches(part.location()))
                .map(Part::json);
    return GatewayReply.ok(page.cut(found.toList(), JsonNode.class::cast));
  }

  private static ObjectNode undocumented(PartLocation entity) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("location", entity.json());
    return json;
  }

  private GatewayReply create(GatewayRequest request) {
    Parts parts = api(request).parts();
    JsonNode wanted = request.json();
    PartLocation location =
        LocationReader.read(wanted.path("location"), "createDocumentationPartInput.location.type");
    String properties = Part.checked(wanted.path("properties").asText(""));
    return GatewayReply.created(parts.create(location, properties).json());
  }

  private GatewayReply importAll(GatewayRequest request) {
    Parts parts = api(request).parts();
    String mode = request.parameter("mode").orElse("merge");
    ImportedFile file = ImportedFile.read(request.body());
    if (request.flag("failonwarnings") && !file.warnings().isEmpty()) {
      throw GatewayException.badRequest(
          "Warnings found during import: " + String.join(" ", file.warnings()));
    }
    List<String> ids =
        switch (mode) {
          case "merge" -> parts.merge(file.parts());
          case "overwrite" -> parts.overwrite(file.parts());
          default ->
              throw GatewayException.invalid(
                  "1 validation error detected: Value '%s' at 'mode' failed to satisfy constraint: Member must satisfy enum value set: [overwrite, merge]"
                      .formatted(mode));
        };
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    putAll(json.putArray("ids"), ids);
    putAll(json.putArray("warnings"), file.warnings());
    return GatewayReply.ok(json);
  }

  private static void putAll(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private GatewayReply get(GatewayRequest request) {
    return GatewayReply.ok(partsOfKnownApi(request).get(id(request)).json());
  }

  private GatewayReply update(GatewayRequest request) {
    Parts parts = partsOfKnownApi(request);
    Part part = parts.get(id(request));
    Optional<String> properties = Replacement.in(request, "/properties").map(Part::checked);
    return GatewayReply.ok(
        properties.map(text -> parts.replace(part.id(), text)).orElse(part).json());
  }

  private GatewayReply delete(GatewayRequest request) {
    api(request).parts().delete(id(request));
    return GatewayReply.accepted();
  }

  private RestApi api(GatewayRequest request) {
    return apis.get(request.path().get(1));
  }

  /** Of an API that does not exist, AWS says here that the part does not. */
  private Parts partsOfKnownApi(GatewayRequest request) {
    return apis.find(request.path().get(1)).map(RestApi::parts).orElseGet(Parts::new);
  }

  private static String id(GatewayRequest request) {
    return request.path().get(4);
  }
}
