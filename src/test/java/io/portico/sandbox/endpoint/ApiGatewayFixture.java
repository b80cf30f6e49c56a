package io.portico.sandbox.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.portico.sandbox.apigateway.ApiGateway;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.CreateDocumentationPartResponse;
import software.amazon.awssdk.services.apigateway.model.DocumentationPart;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartType;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/** AWS's own client of API Gateway, at a sandbox. */
public final class ApiGatewayFixture implements AutoCloseable {
  public static final String ORDERS = "ordersapi1";
  public static final String LOYALTY = "loyaltyap1";

  final EndpointFixture sandbox;
  public final ApiGatewayClient client;

  public ApiGatewayFixture(boolean quotas) {
    sandbox = new EndpointFixture(quotas);
    client =
        ApiGatewayClient.builder()
            .endpointOverride(sandbox.endpoint.uri())
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(EndpointFixture.LONG_TERM))
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .httpClient(ApacheHttpClient.create())
            .build();
  }

  public ApiGateway apiGateway() {
    return sandbox.account.apiGateway();
  }

  CreateDocumentationPartResponse createMethodPart(String api, String path, String properties) {
    return client.createDocumentationPart(
        r -> r.restApiId(api).location(method(path)).properties(properties));
  }

  List<DocumentationPart> parts(String api) {
    return client.getDocumentationParts(r -> r.restApiId(api).limit(500)).items();
  }

  static DocumentationPartLocation method(String path) {
    return DocumentationPartLocation.builder()
        .type(DocumentationPartType.METHOD)
        .path(path)
        .method("GET")
        .build();
  }

  static PatchOperation patch(Op op, String path, String value) {
    return PatchOperation.builder().op(op).path(path).value(value).build();
  }

  static <E extends ApiGatewayException> void assertRefused(
      Class<E> type, int status, String message, Executable call) {
    E refusal = assertThrows(type, call);
    assertEquals(status, refusal.statusCode());
    assertEquals(message, refusal.awsErrorDetails().errorMessage());
  }

  @Override
  public void close() {
    client.close();
    sandbox.close();
  }
}
