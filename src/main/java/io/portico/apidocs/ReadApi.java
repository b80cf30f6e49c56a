package io.portico.apidocs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.MethodResponse;

/** Reads what API Gateway answers into what the portal knows. */
final class ReadApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadApi() {}

  static RestApi restApi(software.amazon.awssdk.services.apigateway.model.RestApi api) {
    String description = api.description() == null ? "" : api.description();
    String name = api.name() == null ? api.id() : api.name();
    return new RestApi(api.id(), name, description, Map.copyOf(api.tags()));
  }

  static ApiEntities.Resource resource(
      software.amazon.awssdk.services.apigateway.model.Resource resource) {
    return new ApiEntities.Resource(
        resource.path(),
        resource.resourceMethods().entrySet().stream()
            .map(method -> method(method.getKey(), method.getValue()))
            .toList());
  }

  private static ApiEntities.Method method(
      String verb, software.amazon.awssdk.services.apigateway.model.Method method) {
    Set<String> parameters = method.requestParameters().keySet();
    return new ApiEntities.Method(
        verb,
        below("method.request.path.", parameters),
        below("method.request.querystring.", parameters),
        below("method.request.header.", parameters),
        !method.requestModels().isEmpty(),
        method.methodResponses().values().stream().map(ReadApi::response).toList());
  }

  private static ApiEntities.Response response(MethodResponse response) {
    return new ApiEntities.Response(
        response.statusCode(),
        below("method.response.header.", response.responseParameters().keySet()),
        !response.responseModels().isEmpty());
  }

  private static Set<String> below(String prefix, Set<String> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.startsWith(prefix))
        .map(parameter -> parameter.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static ApiEntities.Model model(software.amazon.awssdk.services.apigateway.model.Model model) {
    return new ApiEntities.Model(model.name(), outermostProperties(model.schema()));
  }

  /** A schema that is no JSON has none: API Gateway keeps what it is given. */
  private static Set<String> outermostProperties(String schema) {
    Set<String> names = new TreeSet<>();
    try {
      JsonNode properties = JSON.readTree(schema == null ? "" : schema).path("properties");
      properties.fieldNames().forEachRemaining(names::add);
    } catch (JsonProcessingException e) {
      return Set.of();
    }
    return names;
  }

  static ReadParts parts(
      List<software.amazon.awssdk.services.apigateway.model.DocumentationPart> parts) {
    Map<Location, DocumentationPart> known = new LinkedHashMap<>();
    List<UnreadablePart> unreadable = new ArrayList<>();
    for (var part : parts) {
      try {
        DocumentationPart read = part(part);
        if (known.putIfAbsent(read.location(), read) != null) {
          unreadable.add(unreadable(part, "Another part is about the same place."));
        }
      } catch (InvalidLocation | InvalidProperties e) {
        unreadable.add(unreadable(part, e.getMessage()));
      }
    }
    return new ReadParts(List.copyOf(known.values()), unreadable);
  }

  /**
   * Reads a part.
   *
   * @throws InvalidLocation if the portal knows no such place
   * @throws InvalidProperties if the portal's rules exclude such properties
   */
  static DocumentationPart part(
      software.amazon.awssdk.services.apigateway.model.DocumentationPart part) {
    DocumentationPartLocation at = place(part);
    return new DocumentationPart(
        part.id(),
        Location.parse(at.typeAsString(), at.path(), at.method(), at.statusCode(), at.name()),
        Properties.parse(part.properties() == null ? "{}" : part.properties()));
  }

  private static UnreadablePart unreadable(
      software.amazon.awssdk.services.apigateway.model.DocumentationPart part, String why) {
    DocumentationPartLocation at = place(part);
    String location =
        List.of(
                text(at.typeAsString()),
                text(at.method()),
                text(at.path()),
                text(at.statusCode()),
                text(at.name()))
            .stream()
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return new UnreadablePart(part.id(), location, text(part.properties()), why);
  }

  static DocumentationVersion version(String name, String description, Instant created) {
    return new DocumentationVersion(
        text(name),
        text(description),
        created == null ? Instant.EPOCH : created.truncatedTo(ChronoUnit.SECONDS));
  }

  private static DocumentationPartLocation place(
      software.amazon.awssdk.services.apigateway.model.DocumentationPart part) {
    return Optional.ofNullable(part.location())
        .orElseGet(() -> DocumentationPartLocation.builder().build());
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
