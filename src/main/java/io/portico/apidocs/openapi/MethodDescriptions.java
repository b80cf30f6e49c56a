package io.portico.apidocs.openapi;

import static io.portico.apidocs.openapi.PlainDescriptions.DESCRIPTION;

import io.portico.apidocs.Coordinate;
import io.portico.apidocs.InvalidLocation;
import io.portico.apidocs.Location;
import io.portico.apidocs.LocationType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the descriptions of one method into parts. */
final class MethodDescriptions {
  private static final Set<String> OF_METHOD = Set.of("summary", "description", "tags");

  /** In Swagger 2.0 the body is a parameter. */
  private static final String BODY = "body";

  private final NodeReader reader;
  private final Findings findings;
  private final String path;
  private final String verb;

  MethodDescriptions(NodeReader reader, Findings findings, String path, String verb) {
    this.reader = reader;
    this.findings = findings;
    this.path = path;
    this.verb = verb;
  }

  /**
   * @param shared the parameters of its path; its own ones go before
   */
  void read(Node method, List<Node> shared) {
    reader.part(method, OF_METHOD, () -> place(LocationType.METHOD, "", ""));
    parameters(method, shared);
    method
        .at("requestBody")
        .flatMap(reader::object)
        .ifPresent(
            body -> reader.part(body, DESCRIPTION, () -> place(LocationType.REQUEST_BODY, "", "")));
    reader
        .members(method.at("responses"))
        .filter(response -> !response.key().startsWith("x-"))
        .forEach(this::response);
  }

  private void parameters(Node method, List<Node> shared) {
    List<Node> own =
        reader
            .items(method.at("parameters"))
            .flatMap(node -> reader.object(node).stream())
            .toList();
    Set<List<String>> overridden =
        own.stream().map(MethodDescriptions::identity).collect(Collectors.toSet());
    Stream<Node> inherited =
        shared.stream()
            .flatMap(node -> reader.object(node).stream())
            .filter(parameter -> !overridden.contains(identity(parameter)));
    Stream.concat(own.stream(), inherited)
        .forEach(
            parameter -> reader.part(parameter, DESCRIPTION, () -> placeOfParameter(parameter)));
  }

  /** OpenAPI 3.0.3, 4.7.12: name and place make a parameter; there is one body. */
  private static List<String> identity(Node parameter) {
    String in = parameter.said("in").orElse("");
    return List.of(in, in.equals(BODY) ? "" : parameter.said("name").orElse(""));
  }

  private Location placeOfParameter(Node parameter) {
    List<String> identity = identity(parameter);
    return place(type(identity.get(0)), "", identity.get(1));
  }

  private static LocationType type(String in) {
    return in.equals(BODY)
        ? LocationType.REQUEST_BODY
        : LocationType.ofParameter(in)
            .orElseThrow(
                () ->
                    new InvalidLocation(
                        Map.of(
                            "in",
                            "API Gateway documents parameters in path, query and header. Say this"
                                + " in the description of the method.")));
  }

  private void response(Node response) {
    String status = response.key();
    if (Coordinate.STATUS_CODE.problem(LocationType.RESPONSE, status).isPresent()) {
      findings.misfit(
          response.where(),
          "API Gateway documents single status codes. Write out those that this stands for.");
      return;
    }
    Optional<Node> described = reader.object(response);
    described.ifPresent(
        found ->
            reader.part(
                found,
                isFiller(found, status) ? Set.of() : DESCRIPTION,
                () -> place(LocationType.RESPONSE, status, "")));
    reader
        .members(described.flatMap(found -> found.at("headers")))
        .forEach(header -> header(status, header));
  }

  /** API Gateway's exports say "200 response" where nobody said anything. */
  private static boolean isFiller(Node response, String status) {
    return response.said("description").equals(Optional.of(status + " response"));
  }

  private void header(String status, Node header) {
    reader
        .object(header)
        .ifPresent(
            found ->
                reader.part(
                    found,
                    DESCRIPTION,
                    () -> place(LocationType.RESPONSE_HEADER, status, header.key())));
  }

  private Location place(LocationType type, String status, String name) {
    return new Location(type, path, verb, status, name);
  }
}
