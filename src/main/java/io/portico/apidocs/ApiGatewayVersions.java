package io.portico.apidocs;

import static io.portico.apidocs.ApiGatewayConnection.PAGE;

import io.portico.apidocs.ApiGatewayConnection.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/**
 * API Gateway: which versions of an API's documentation there are, and which stage shows which.
 * Calls block, and fail with {@link ApiGatewayFailure}.
 */
@ApplicationScoped
public class ApiGatewayVersions {
  private final ApiGatewayConnection connection;
  private final Consumer<StageShown> listeners;

  @Inject
  ApiGatewayVersions(ApiGatewayConnection connection, Event<StageShown> listeners) {
    this(connection, listeners::fire);
  }

  ApiGatewayVersions(ApiGatewayConnection connection) {
    this(connection, shown -> {});
  }

  private ApiGatewayVersions(ApiGatewayConnection connection, Consumer<StageShown> listeners) {
    this.connection = connection;
    this.listeners = listeners;
  }

  /** In API Gateway's order. */
  public List<DocumentationVersion> versions(String api) {
    return connection.all(
        (client, position) -> {
          var page =
              client.getDocumentationVersions(r -> r.restApiId(api).limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        read -> ReadApi.version(read.version(), read.description(), read.createdDate()));
  }

  /** Empty if there is none of that name. */
  public Optional<DocumentationVersion> version(String api, String name) {
    try {
      return Optional.of(
          connection.asked(
              client -> {
                var read =
                    client.getDocumentationVersion(
                        r -> r.restApiId(api).documentationVersion(name));
                return ReadApi.version(read.version(), read.description(), read.createdDate());
              }));
    } catch (ApiGatewayFailure e) {
      if (e.kind() == ApiGatewayFailure.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Makes a version of the draft as it is, which no stage shows yet. AWS allows one in 20 seconds,
   * so that it is sent once: after {@link ApiGatewayFailure.Kind#AWAY} ask whether it is there.
   */
  public DocumentationVersion createVersion(String api, String name, String description) {
    return connection.askedOnce(
        client -> {
          var made =
              client.createDocumentationVersion(
                  r -> r.restApiId(api).documentationVersion(name).description(description));
          return ReadApi.version(made.version(), made.description(), made.createdDate());
        });
  }

  /** Writes another description of a version; empty for none. */
  public void describeVersion(String api, String name, String description) {
    PatchOperation described = replacement("/description", description);
    connection.asked(
        client ->
            client.updateDocumentationVersion(
                r -> r.restApiId(api).documentationVersion(name).patchOperations(described)));
  }

  /** Forgets a version, which API Gateway refuses as long as a stage shows it. */
  public void deleteVersion(String api, String name) {
    connection.asked(
        client ->
            client.deleteDocumentationVersion(r -> r.restApiId(api).documentationVersion(name)));
  }

  /**
   * Lets a stage show a version from now on. That it shows none again is not to be had: what API
   * Gateway makes of an empty name is not documented.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateStage-Patch">Patch
   *     operations</a>
   */
  public void show(String api, String stage, String version) {
    PatchOperation shown = replacement("/documentationVersion", version);
    connection.asked(
        client ->
            client.updateStage(r -> r.restApiId(api).stageName(stage).patchOperations(shown)));
    listeners.accept(new StageShown(api, stage));
  }

  /** What the stages of an API show, without those that show no version. */
  public List<ShownVersion> shown(String api) {
    return connection.asked(
        client ->
            client.getStages(r -> r.restApiId(api)).item().stream()
                .filter(stage -> stage.documentationVersion() != null)
                .map(
                    stage ->
                        new ShownVersion(
                            stage.stageName(),
                            stage.documentationVersion(),
                            stage.deploymentId() + "@" + stage.lastUpdatedDate()))
                .toList());
  }

  private static PatchOperation replacement(String path, String value) {
    return PatchOperation.builder().op(Op.REPLACE).path(path).value(value).build();
  }
}
