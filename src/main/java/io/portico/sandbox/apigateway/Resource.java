package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A path of an API.
 *
 * @param methods what it answers to, by HTTP method
 */
record Resource(String path, Map<String, Method> methods) {

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}+]+)\\+?}");

  /**
   * One HTTP method of a resource.
   *
   * @param authorizer the name of the one that guards it; empty when it is open
   * @param query its query parameters, and whether each is required
   * @param headers its request headers, and whether each is required
   * @param body the model of what it takes; empty when it takes nothing
   * @param responses by status code
   */
  record Method(
      String authorizer,
      Map<String, Boolean> query,
      Map<String, Boolean> headers,
      String body,
      Map<String, Response> responses) {}

  /**
   * What a method may answer.
   *
   * @param body the model; empty when there is nothing to say about it
   */
  record Response(String body, List<String> headers) {}

  String id() {
    return Identifier.of(path);
  }

  /** The parameters that the path names, in order. */
  List<String> pathParameters() {
    return PARAMETER.matcher(path).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** The path of the resource above; empty for the root. */
  String parent() {
    int slash = path.lastIndexOf('/');
    return slash > 0 ? path.substring(0, slash) : path.equals("/") ? "" : "/";
  }

  /**
   * As lists of resources show it.
   *
   * @param authorizers the ids by name
   * @param whole whether the methods come with all there is about them, or as names only
   */
  ObjectNode json(Map<String, String> authorizers, boolean whole) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id()).put("path", path);
    if (!parent().isEmpty()) {
      json.put("parentId", Identifier.of(parent()))
          .put("pathPart", path.substring(path.lastIndexOf('/') + 1));
    }
    if (!methods.isEmpty()) {
      ObjectNode answered = json.putObject("resourceMethods");
      methods.forEach(
          (name, method) ->
              answered.set(
                  name,
                  whole
                      ? method(name, method, authorizers)
                      : JsonNodeFactory.instance.objectNode()));
    }
    return json;
  }

  private ObjectNode method(String name, Method method, Map<String, String> authorizers) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("httpMethod", name)
            .put("authorizationType", method.authorizer().isEmpty() ? "NONE" : "CUSTOM");
    if (!method.authorizer().isEmpty()) {
      json.put("authorizerId", authorizers.get(method.authorizer()));
    }
    json.put("apiKeyRequired", false);
    ObjectNode parameters = json.putObject("requestParameters");
    pathParameters().forEach(path -> parameters.put("method.request.path." + path, true));
    method
        .query()
        .forEach((key, must) -> parameters.put("method.request.querystring." + key, must));
    method.headers().forEach((key, must) -> parameters.put("method.request.header." + key, must));
    putModel(json.putObject("requestModels"), method.body());
    ObjectNode responses = json.putObject("methodResponses");
    method.responses().forEach((status, response) -> responses.set(status, json(status, response)));
    return json;
  }

  private static ObjectNode json(String status, Response response) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("statusCode", status);
    ObjectNode headers = json.putObject("responseParameters");
    response.headers().forEach(header -> headers.put("method.response.header." + header, false));
    putModel(json.putObject("responseModels"), response.body());
    return json;
  }

  private static void putModel(ObjectNode models, String model) {
    if (!model.isEmpty()) {
      models.put("application/json", model);
    }
  }
}
