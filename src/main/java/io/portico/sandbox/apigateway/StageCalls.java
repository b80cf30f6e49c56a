package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/** The calls on stages: which documentation they show. */
final class StageCalls {
  private final RestApis apis;
  private final InstantSource clock;

  StageCalls(RestApis apis, InstantSource clock) {
    this.apis = apis;
    this.clock = clock;
  }

  void register(Operations operations) {
    String one = "/restapis/*/stages/*";
    operations
        .add("GetStages", "GET /restapis/*/stages", this::list)
        .add("GetStage", "GET " + one, this::get)
        .add("UpdateStage", "PATCH " + one, this::update);
  }

  /** Never paged. */
  private GatewayReply list(GatewayRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("item");
    api(request).stages().forEach(stage -> items.add(stage.json()));
    return GatewayReply.ok(json);
  }

  private GatewayReply get(GatewayRequest request) {
    return GatewayReply.ok(api(request).stage(name(request)).json());
  }

  private GatewayReply update(GatewayRequest request) {
    RestApi api = api(request);
    Stage stage = api.stage(name(request));
    return GatewayReply.ok(
        Replacement.in(request, "/documentationVersion")
            .map(version -> api.show(version, stage.name(), clock.instant()))
            .orElse(stage)
            .json());
  }

  private RestApi api(GatewayRequest request) {
    return apis.get(request.path().get(1));
  }

  private static String name(GatewayRequest request) {
    return request.path().get(3);
  }
}
