package io.portico.sandbox.apigateway;

import static io.portico.sandbox.apigateway.PartLocation.ofRequest;
import static io.portico.sandbox.apigateway.PartLocation.ofResponse;

import io.portico.sandbox.apigateway.Resource.Method;
import io.portico.sandbox.apigateway.Resource.Response;
import java.util.ArrayList;
import java.util.List;

/** Everything about an API that documentation can be for. */
final class Entities {
  private final List<PartLocation> found = new ArrayList<>();

  private Entities() {}

  static List<PartLocation> of(ApiDefinition api) {
    Entities entities = new Entities();
    entities.found.add(PartLocation.api());
    api.authorizers().forEach(each -> entities.found.add(PartLocation.authorizer(each.name())));
    api.models().forEach(model -> entities.found.add(PartLocation.model(model.name())));
    api.resources().forEach(entities::add);
    return entities.found;
  }

  private void add(Resource resource) {
    found.add(PartLocation.resource(resource.path()));
    resource.methods().forEach((name, method) -> add(resource, name, method));
  }

  private void add(Resource resource, String name, Method method) {
    String path = resource.path();
    found.add(ofRequest(PartType.METHOD, path, name, ""));
    add(PartType.PATH_PARAMETER, path, name, resource.pathParameters());
    add(PartType.QUERY_PARAMETER, path, name, method.query().keySet());
    add(PartType.REQUEST_HEADER, path, name, method.headers().keySet());
    if (!method.body().isEmpty()) {
      found.add(ofRequest(PartType.REQUEST_BODY, path, name, ""));
    }
    method.responses().forEach((status, response) -> add(path, name, status, response));
  }

  private void add(PartType type, String path, String method, Iterable<String> names) {
    names.forEach(name -> found.add(ofRequest(type, path, method, name)));
  }

  private void add(String path, String method, String status, Response response) {
    found.add(ofResponse(PartType.RESPONSE, path, method, status, ""));
    response
        .headers()
        .forEach(
            header ->
                found.add(ofResponse(PartType.RESPONSE_HEADER, path, method, status, header)));
    if (!response.body().isEmpty()) {
      found.add(ofResponse(PartType.RESPONSE_BODY, path, method, status, ""));
    }
  }
}
