package io.portico.apidocs;

import io.portico.aws.AwsConfig;
import io.portico.aws.OwnCredentials;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.ApiGatewayClientBuilder;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.PutMode;

/**
 * API Gateway, the one adapter to it: what APIs consist of and what is written about them. Calls
 * block, and fail with {@link ApiGatewayFailure}.
 */
@ApplicationScoped
public class ApiGatewayDocumentation {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAGE = 500;
  private static final int MAX_ATTEMPTS = 4;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(25);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

  private final ApiGatewayClient client;

  @Inject
  ApiGatewayDocumentation(ApiDocsConfig config, AwsConfig aws, OwnCredentials credentials) {
    this(config, aws, credentials, new CallBudget(config.callsPerSecond(), PATIENCE));
  }

  ApiGatewayDocumentation(
      ApiDocsConfig config, AwsConfig aws, OwnCredentials credentials, CallBudget budget) {
    client = client(config, aws, credentials, budget);
  }

  /** All of the account and region. */
  List<RestApi> restApis() {
    return all(
        position -> {
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
    return all(
        position -> {
          var page =
              client.getResources(
                  r -> r.restApiId(api).embed("methods").limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        ReadApi::resource);
  }

  private List<ApiEntities.Model> models(String api) {
    return all(
        position -> {
          var page = client.getModels(r -> r.restApiId(api).limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        ReadApi::model);
  }

  private List<String> authorizers(String api) {
    return all(
        position -> {
          var page = client.getAuthorizers(r -> r.restApiId(api).limit(PAGE).position(position));
          return new Page<>(page.items(), page.position());
        },
        Authorizer::name);
  }

  /** In API Gateway's order. */
  List<Stage> stages(String api) {
    return asked(
        () ->
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
        all(
            position -> {
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
            all(
                position -> {
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
    return asked(
        () ->
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
    asked(
        () ->
            client.updateDocumentationPart(
                r -> r.restApiId(api).documentationPartId(part.id()).patchOperations(replacement)));
  }

  /** Forgets a part. */
  void delete(String api, String part) {
    asked(() -> client.deleteDocumentationPart(r -> r.restApiId(api).documentationPartId(part)));
  }

  /**
   * Takes the parts of an OpenAPI file, all or, on a failure, none. AWS allows one import in 30
   * seconds.
   *
   * @param failOnWarnings whether anything that has no place makes it fail
   */
  public Imported importParts(String api, String file, ImportMode mode, boolean failOnWarnings) {
    return asked(
        () -> {
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
    return asked(
        () ->
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

  /** Some of a list, and where it goes on. */
  private record Page<T>(List<T> items, String next) {}

  private static <T, R> List<R> all(Function<String, Page<T>> pages, Function<T, R> reading) {
    List<R> all = new ArrayList<>();
    Set<String> positions = new HashSet<>();
    String position = null;
    do {
      String here = position;
      Page<T> page = asked(() -> pages.apply(here));
      page.items.stream().map(reading).forEach(all::add);
      position = page.next == null || page.next.isEmpty() ? null : page.next;
      if (position != null && !positions.add(position)) {
        throw AwsAnswer.endless();
      }
    } while (position != null);
    return all;
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException | CallBudget.Exhausted e) {
      throw AwsAnswer.failure(e);
    }
  }

  private static ApiGatewayClient client(
      ApiDocsConfig config, AwsConfig aws, OwnCredentials credentials, CallBudget budget) {
    ApiGatewayClientBuilder client =
        ApiGatewayClient.builder()
            .region(Region.of(config.region().orElseThrow()))
            .credentialsProvider(credentials.provider())
            .httpClient(ApacheHttpClient.create())
            .overrideConfiguration(
                o ->
                    o.apiCallTimeout(CALL_TIMEOUT)
                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .retryStrategy(AwsAnswer.retries(MAX_ATTEMPTS))
                        .addExecutionInterceptor(budget));
    aws.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
