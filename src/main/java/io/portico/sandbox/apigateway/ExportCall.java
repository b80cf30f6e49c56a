package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The call that writes a stage down as an OpenAPI definition. */
final class ExportCall {
  private final RestApis apis;
  private final String region;

  ExportCall(RestApis apis, String region) {
    this.apis = apis;
    this.region = region;
  }

  void register(Operations operations) {
    operations.add("GetExport", "GET /restapis/*/stages/*/exports/*", this::export);
  }

  private GatewayReply export(GatewayRequest request) {
    RestApi api = apis.get(request.path().get(1));
    Stage stage = api.stage(request.path().get(3));
    String type = request.path().get(5);
    String host = "%s.execute-api.%s.amazonaws.com".formatted(api.definition().id(), region);
    Dialect dialect =
        switch (type) {
          case "oas30" -> new OpenApi3();
          case "swagger" -> new Swagger2();
          default -> throw GatewayException.badRequest("Invalid export type: " + type);
        };
    Optional<DocumentationVersion> documentation =
        asksForDocumentation(request) ? api.shownOn(stage) : Optional.empty();
    ObjectNode definition =
        new Export(api.definition(), dialect, documentation).definition(host, stage);
    Notation notation =
        request.accept().contains(Notation.YAML.mediaType()) ? Notation.YAML : Notation.JSON;
    return new GatewayReply(
        200,
        Map.of(
            "Content-Type",
            notation.mediaType(),
            "Content-Disposition",
            "attachment; filename=\"%s-%s-%s.%s\""
                .formatted(
                    api.definition().id(),
                    stage.name(),
                    type,
                    notation.name().toLowerCase(Locale.ROOT))),
        notation.write(definition));
  }

  private static boolean asksForDocumentation(GatewayRequest request) {
    return request.parameter("extensions").stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .anyMatch("documentation"::equals);
  }
}
