package io.portico.sandbox.apigateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST APIs of the account. */
final class RestApis {
  private final Map<String, RestApi> byId = new LinkedHashMap<>();
  private final String accountId;

  RestApis(String accountId, List<RestApi> apis) {
    this.accountId = accountId;
    apis.forEach(api -> byId.put(api.definition().id(), api));
  }

  void add(RestApi api) {
    byId.put(api.definition().id(), api);
  }

  List<RestApi> all() {
    return List.copyOf(byId.values());
  }

  Optional<RestApi> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  RestApi get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                GatewayException.notFound(
                    "Invalid API identifier specified %s:%s".formatted(accountId, id)));
  }
}
