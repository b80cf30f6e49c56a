package io.portico.sandbox.apigateway;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.sandbox.apigateway.ApiDefinition.Authorizer;
import java.util.Map;

/** The calls that tell what an API consists of. */
final class ApiCalls {
  private final RestApis apis;

  ApiCalls(RestApis apis) {
    this.apis = apis;
  }

  void register(Operations operations) {
    operations
        .add("GetRestApis", "GET /restapis", this::list)
        .add("GetRestApi", "GET /restapis/*", request -> GatewayReply.ok(api(request).json()))
        .add("GetResources", "GET /restapis/*/resources", this::resources)
        .add("GetModels", "GET /restapis/*/models", this::models)
        .add("GetAuthorizers", "GET /restapis/*/authorizers", this::authorizers)
        .add("GetTags", "GET /tags/*", this::tags);
  }

  private GatewayReply list(GatewayRequest request) {
    return GatewayReply.ok(Page.of(request).cut(apis.all(), api -> api.definition().json()));
  }

  private GatewayReply resources(GatewayRequest request) {
    ApiDefinition api = api(request);
    boolean whole = request.parameter("embed").filter("methods"::equals).isPresent();
    Map<String, String> authorizers =
        api.authorizers().stream().collect(toMap(Authorizer::name, Authorizer::id));
    return GatewayReply.ok(
        Page.of(request).cut(api.resources(), resource -> resource.json(authorizers, whole)));
  }

  private GatewayReply models(GatewayRequest request) {
    ApiDefinition api = api(request);
    return GatewayReply.ok(Page.of(request).cut(api.models(), model -> model.json(api.id())));
  }

  private GatewayReply authorizers(GatewayRequest request) {
    return GatewayReply.ok(Page.of(request).cut(api(request).authorizers(), Authorizer::json));
  }

  /** By ARN, of which the end is the API's id. */
  private GatewayReply tags(GatewayRequest request) {
    String arn = request.path().get(1);
    String id = arn.substring(arn.lastIndexOf('/') + 1);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("tags", apis.get(id).definition().tagsJson());
    return GatewayReply.ok(json);
  }

  private ApiDefinition api(GatewayRequest request) {
    return apis.get(request.path().get(1)).definition();
  }
}
