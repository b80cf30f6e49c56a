package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portico.sandbox.apigateway.Resource.Method;
import io.portico.sandbox.apigateway.Resource.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An API as large as they come: 300 resources, and AWS's full quota of 2,000 parts. */
final class LargeApi {
  static final String ID = "warehouse1";
  private static final int RESOURCES = 300;
  private static final int PARTS = 2_000;
  private static final Instant CREATED = Instant.parse("2023-02-06T10:00:00Z");

  private LargeApi() {}

  static RestApi grown() {
    List<Resource> resources =
        IntStream.rangeClosed(1, RESOURCES / 2)
            .boxed()
            .flatMap(number -> shelf(number).stream())
            .toList();
    ApiDefinition definition =
        new ApiDefinition(
            ID,
            "warehouse",
            "Shelves, one after another.",
            CREATED,
            Map.of(),
            List.of(),
            List.of(),
            resources);
    Stage stage = new Stage("prod", "", "w1w2w3", CREATED, CREATED, Optional.empty());
    RestApi api = new RestApi(definition, List.of(stage));
    Map<PartLocation, ObjectNode> parts = new LinkedHashMap<>();
    Entities.of(definition).stream().limit(PARTS).forEach(at -> parts.put(at, about(at)));
    api.parts().merge(parts);
    return api;
  }

  private static List<Resource> shelf(int number) {
    String path = "/warehouses/{warehouseId}/shelves-%03d".formatted(number);
    Response found = new Response("", List.of("X-Request-Id"));
    Method list =
        new Method("", Map.of("after", false, "limit", false), Map.of(), "", Map.of("200", found));
    Method one =
        new Method(
            "", Map.of(), Map.of("If-None-Match", false), "", Map.of("200", found, "404", found));
    return List.of(
        new Resource(path, Map.of("GET", list)),
        new Resource(path + "/{itemId}", Map.of("GET", one, "DELETE", one)));
  }

  private static ObjectNode about(PartLocation location) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(
            "description",
            "Says what **%s** is good for, and when to use it.".formatted(location.described()));
  }
}
