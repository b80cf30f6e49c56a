package io.portico.sandbox.apigateway;

import static io.portico.sandbox.apigateway.PartLocation.ofRequest;
import static io.portico.sandbox.apigateway.PartLocation.ofResponse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.sandbox.apigateway.ApiDefinition.Model;
import io.portico.sandbox.apigateway.Resource.Method;
import io.portico.sandbox.apigateway.Resource.Response;
import java.util.Locale;
import java.util.Optional;

/** An API as an OpenAPI definition, its documentation both inlined and whole in an extension. */
final class Export {
  static final String EXTENSION = "x-amazon-apigateway-documentation";

  private final ApiDefinition api;
  private final Dialect dialect;
  private final Optional<DocumentationVersion> version;
  private final Inlining inlining;

  Export(ApiDefinition api, Dialect dialect, Optional<DocumentationVersion> version) {
    this.api = api;
    this.dialect = dialect;
    this.version = version;
    this.inlining = new Inlining(version.map(DocumentationVersion::documentation));
  }

  ObjectNode definition(String host, Stage stage) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    dialect.open(root);
    ObjectNode info = root.putObject("info").put("title", api.name());
    if (!api.description().isEmpty()) {
      info.put("description", api.description());
    }
    info.put("version", stage.created().toString());
    dialect.address(root, host, stage.name());
    inlining.api(root, info);
    ObjectNode paths = root.putObject("paths");
    api.resources().stream()
        .filter(resource -> !resource.methods().isEmpty())
        .forEach(resource -> put(paths, resource));
    ObjectNode schemas = dialect.schemas(root);
    api.models().forEach(model -> schemas.set(model.name(), schema(model)));
    api.authorizers().forEach(each -> dialect.authorizer(root, each.name(), each.header()));
    version.ifPresent(shown -> root.set(EXTENSION, extension(shown)));
    return root;
  }

  private void put(ObjectNode paths, Resource resource) {
    ObjectNode path = paths.putObject(resource.path());
    inlining.of(PartLocation.resource(resource.path())).inline(path);
    resource
        .methods()
        .forEach(
            (name, method) ->
                path.set(name.toLowerCase(Locale.ROOT), operation(resource, name, method)));
  }

  private ObjectNode operation(Resource resource, String name, Method method) {
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    String path = resource.path();
    inlining.of(ofRequest(PartType.METHOD, path, name, "")).inline(operation);
    ArrayNode parameters = operation.putArray("parameters");
    for (String parameter : resource.pathParameters()) {
      PartLocation entity = ofRequest(PartType.PATH_PARAMETER, path, name, parameter);
      put(parameters, "path", true, entity);
    }
    method
        .query()
        .forEach(
            (key, required) ->
                put(
                    parameters,
                    "query",
                    required,
                    ofRequest(PartType.QUERY_PARAMETER, path, name, key)));
    method
        .headers()
        .forEach(
            (key, required) ->
                put(
                    parameters,
                    "header",
                    required,
                    ofRequest(PartType.REQUEST_HEADER, path, name, key)));
    if (!method.body().isEmpty()) {
      Inlining.Entity body = inlining.of(ofRequest(PartType.REQUEST_BODY, path, name, ""));
      dialect.requestBody(operation, method.body(), body);
    }
    ObjectNode responses = operation.putObject("responses");
    method
        .responses()
        .forEach(
            (status, response) -> responses.set(status, response(path, name, status, response)));
    if (!method.authorizer().isEmpty()) {
      operation.putArray("security").addObject().putArray(method.authorizer());
    }
    return operation;
  }

  private void put(ArrayNode parameters, String in, boolean required, PartLocation entity) {
    ObjectNode parameter = parameters.addObject().put("name", entity.name()).put("in", in);
    inlining.of(entity).inline(parameter);
    if (required) {
      parameter.put("required", true);
    }
    dialect.text(parameter);
  }

  private ObjectNode response(String path, String method, String status, Response response) {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("description", status + " response");
    inlining.of(ofResponse(PartType.RESPONSE, path, method, status, "")).inline(json);
    for (String header : response.headers()) {
      ObjectNode described = json.withObject("/headers").putObject(header);
      dialect.text(described);
      inlining
          .of(ofResponse(PartType.RESPONSE_HEADER, path, method, status, header))
          .inline(described);
    }
    if (!response.body().isEmpty()) {
      dialect.responseBody(json, response.body());
    }
    return json;
  }

  private ObjectNode schema(Model model) {
    ObjectNode schema = model.schema(dialect::reference);
    inlining.of(PartLocation.model(model.name())).inline(schema);
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              PartLocation entity = PartLocation.model(model.name() + "." + property.getKey());
              inlining.of(entity).inline((ObjectNode) property.getValue());
            });
    return schema;
  }

  private static ObjectNode extension(DocumentationVersion version) {
    ObjectNode extension =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", version.name())
            .put("createdDate", version.created().toString());
    ArrayNode parts = extension.putArray("documentationParts");
    version.documentation().parts().forEach(part -> parts.add(part.exported()));
    return extension;
  }
}
