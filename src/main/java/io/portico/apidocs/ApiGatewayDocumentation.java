package io.portico.apidocs;

import static io.portico.apidocs.ApiGatewayConnection.PAGE;

import io.portico.apidocs.ApiGatewayConnection.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.PutMode;

/**
 * API Gateway: what APIs consist of and what is written about them. Calls block, and fail with
 * {@link ApiGatewayFailure}.
 */
@ApplicationScoped
public class ApiGatewayDocumentation {
  private final ApiGatewayConnection connection;

  @Inject
  ApiGatewayDocumentation(ApiGatewayConnection connection) {
    this.connection = connection;
  }

  /** All of the account and region. */
  List<RestApi> restApis() {
    return connection.all(
        (client, position) -> {
          var page = client.getRestApis(r -> r.limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        ReadApi::restApi);
  }

  /** What an API consists of. */
  ApiEntities entities(String api) {
    return new ApiEntities(resources(api), models(api), authorizers(api));
  }

  private List<ApiEntities.Resource> resources(String api) {
    return connection.all(
        (client, position) -> {
          var page =
              client.getResources(
                  r -> r.restApiId(api).embed("methods").limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        ReadApi::resource);
  }

  private List<ApiEntities.Model> models(String api) {
    return connection.all(
        (client, position) -> {
          var page = client.getModels(r -> r.restApiId(api).limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        ReadApi::model);
  }

  private List<String> authorizers(String api) {
    return connection.all(
        (client, position) -> {
          var page = client.getAuthorizers(r -> r.restApiId(api).limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        Authorizer::name);
  }

  /** In API Gateway's order. */
  public List<Stage> stages(String api) {
    return connection.asked(
        client ->
            client.getStages(r -> r.restApiId(api)).item().stream()
                .map(
                    stage ->
                        new Stage(
                            stage.stageName(), Optional.ofNullable(stage.documentationVersion())))
                .toList());
  }

  /** Everything written about an API. */
  ReadParts parts(String api) {
    return ReadApi.parts(
        connection.all(
            (client, position) -> {
              var page =
                  client.getDocumentationParts(
                      r -> r.restApiId(api).limit(PAGE).position(position));
              return new Page<>(page.items(), page.position());
            },
            Function.identity()));
  }

  /** What is written about one place now; empty if nothing is. */
  Optional<DocumentationPart> part(String api, Location location) {
    return ReadApi.parts(
            connection.all(
                (client, position) -> {
                  var page =
                      client.getDocumentationParts(
                          r ->
                              r.restApiId(api)
                                  .type(location.type().name())
                                  .nameQuery(orNone(location.name()))
                                  .limit(PAGE)
                                  .position(position));
                  return new Page<>(page.items(), page.position());
                },
                Function.identity()))
        .parts()
        .stream()
        .filter(part -> part.location().equals(location))
        .findFirst();
  }

  /** Writes about a place that nothing is written about. */
  DocumentationPart create(String api, Location location, Properties properties) {
    return connection.asked(
        client ->
            new DocumentationPart(
                client
                    .createDocumentationPart(
                        r ->
                            r.restApiId(api)
                                .location(written(location))
                                .properties(properties.compact()))
                    .id(),
                location,
                properties));
  }

  /** Writes something else about a place. */
  void update(String api, DocumentationPart part) {
    PatchOperation replacement =
        PatchOperation.builder()
            .op(Op.REPLACE)
            .path("/properties")
            .value(part.properties().compact())
            .build();
    connection.asked(
        client ->
            client.updateDocumentationPart(
                r -> r.restApiId(api).documentationPartId(part.id()).patchOperations(replacement)));
  }

  /** Forgets a part. */
  void delete(String api, String part) {
    connection.asked(
        client -> client.deleteDocumentationPart(r -> r.restApiId(api).documentationPartId(part)));
  }

  /**
   * Takes the parts of an OpenAPI file, all or, on a failure, none. AWS allows one import in 30
   * seconds, so that it is sent once.
   *
   * @param failOnWarnings whether anything that has no place makes it fail
   */
  public Imported importParts(String api, String file, ImportMode mode, boolean failOnWarnings) {
    return connection.askedOnce(
        client -> {
          var imported =
              client.importDocumentationParts(
                  r ->
                      r.restApiId(api)
                          .mode(PutMode.fromValue(mode.label()))
                          .failOnWarnings(failOnWarnings)
                          .body(SdkBytes.fromUtf8String(file)));
          return new Imported(imported.ids().size(), List.copyOf(imported.warnings()));
        });
  }

  /** A stage's API, written down. */
  public byte[] export(
      String api,
      String stage,
      ExportFormat format,
      ExportNotation notation,
      Set<ExportExtension> extensions) {
    String wanted =
        extensions.stream().map(ExportExtension::label).sorted().collect(Collectors.joining(","));
    return connection.asked(
        client ->
            client
                .getExport(
                    r ->
                        r.restApiId(api)
                            .stageName(stage)
                            .exportType(format.exportType())
                            .accepts(notation.mediaType())
                            .parameters(wanted.isEmpty() ? Map.of() : Map.of("extensions", wanted)))
                .body()
                .asByteArray());
  }

  private static DocumentationPartLocation written(Location location) {
    return DocumentationPartLocation.builder()
        .type(location.type().name())
        .path(orNone(location.path()))
        .method(orNone(location.method()))
        .statusCode(orNone(location.statusCode()))
        .name(orNone(location.name()))
        .build();
  }

  private static String orNone(String value) {
    return value.isEmpty() ? null : value;
  }
}
