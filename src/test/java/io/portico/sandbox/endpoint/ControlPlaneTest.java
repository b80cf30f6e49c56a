package io.portico.sandbox.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeMlflowAppResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeMlflowTrackingServerResponse;
import software.amazon.awssdk.services.sagemaker.model.IsTrackingServerActive;
import software.amazon.awssdk.services.sagemaker.model.MlflowAppStatus;
import software.amazon.awssdk.services.sagemaker.model.MlflowAppSummary;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.TrackingServerSize;
import software.amazon.awssdk.services.sagemaker.model.TrackingServerStatus;
import software.amazon.awssdk.services.sagemaker.model.TrackingServerSummary;

/** AWS's own client cannot tell the sandbox's control plane from SageMaker's. */
@Timeout(60)
class ControlPlaneTest {

  private EndpointFixture fixture;
  private SageMakerClient sageMaker;

  @BeforeEach
  void start() {
    fixture = new EndpointFixture();
    sageMaker = client(EndpointFixture.LONG_TERM, Region.EU_WEST_1);
  }

  @AfterEach
  void stop() {
    sageMaker.close();
    fixture.close();
  }

  @Test
  void describesATrackingServer() {
    DescribeMlflowTrackingServerResponse server = describe();

    assertEquals(SandboxAccount.FORECASTING, server.trackingServerArn());
    assertEquals("forecasting", server.trackingServerName());
    assertEquals(TrackingServerStatus.STARTED, server.trackingServerStatus());
    assertEquals(IsTrackingServerActive.ACTIVE, server.isActive());
    assertEquals(TrackingServerSize.SMALL, server.trackingServerSize());
    assertEquals("3.4.0", server.mlflowVersion());
    assertEquals("s3://portico-sandbox-artifacts/forecasting", server.artifactStoreUri());
    assertTrue(server.creationTime().isBefore(fixture.clock.instant()));
    assertEquals(false, server.automaticModelRegistration());
  }

  @Test
  void listsTrackingServers() {
    TrackingServerSummary server =
        sageMaker
            .listMlflowTrackingServersPaginator(r -> {})
            .trackingServerSummaries()
            .iterator()
            .next();

    assertEquals("forecasting", server.trackingServerName());
    assertEquals(TrackingServerStatus.STARTED, server.trackingServerStatus());
  }

  @Test
  void describesAnApp() {
    DescribeMlflowAppResponse app = sageMaker.describeMlflowApp(r -> r.arn(SandboxAccount.CHURN));

    assertEquals(SandboxAccount.CHURN, app.arn());
    assertEquals("churn", app.name());
    assertEquals(MlflowAppStatus.CREATED, app.status());
    assertEquals("3.4.0", app.mlflowVersion());
    assertEquals("s3://portico-sandbox-artifacts/churn", app.artifactStoreUri());
  }

  @Test
  void listsApps() {
    MlflowAppSummary app = sageMaker.listMlflowAppsPaginator(r -> {}).summaries().iterator().next();

    assertEquals(SandboxAccount.CHURN, app.arn());
    assertEquals(MlflowAppStatus.CREATED, app.status());
  }

  @Test
  void stopsAndStartsWithTheirTransitions() {
    sageMaker.stopMlflowTrackingServer(r -> r.trackingServerName("forecasting"));
    assertEquals(TrackingServerStatus.STOPPING, describe().trackingServerStatus());
    fixture.clock.forward(EndpointFixture.TRANSITION);
    assertEquals(TrackingServerStatus.STOPPED, describe().trackingServerStatus());
    assertEquals(IsTrackingServerActive.INACTIVE, describe().isActive());

    sageMaker.startMlflowTrackingServer(r -> r.trackingServerName("forecasting"));
    assertEquals(TrackingServerStatus.STARTING, describe().trackingServerStatus());
    fixture.clock.forward(EndpointFixture.TRANSITION);
    assertEquals(TrackingServerStatus.STARTED, describe().trackingServerStatus());
  }

  @Test
  void aServerInTransitionCanNeitherBeStoppedNorStarted() {
    sageMaker.stopMlflowTrackingServer(r -> r.trackingServerName("forecasting"));

    SageMakerException stop =
        assertThrows(
            SageMakerException.class,
            () -> sageMaker.stopMlflowTrackingServer(r -> r.trackingServerName("forecasting")));
    SageMakerException start =
        assertThrows(
            SageMakerException.class,
            () -> sageMaker.startMlflowTrackingServer(r -> r.trackingServerName("forecasting")));

    assertEquals("ValidationException", stop.awsErrorDetails().errorCode());
    assertTrue(stop.getMessage().contains("status Stopping, can't be stopped"));
    assertTrue(start.getMessage().contains("status Stopping, can't be started"));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThrows(
        ResourceNotFoundException.class,
        () -> sageMaker.describeMlflowTrackingServer(r -> r.trackingServerName("churn")));
    assertThrows(
        ResourceNotFoundException.class,
        () -> sageMaker.stopMlflowTrackingServer(r -> r.trackingServerName("elsewhere")));
    assertThrows(
        ResourceNotFoundException.class,
        () -> sageMaker.describeMlflowApp(r -> r.arn(SandboxAccount.FORECASTING)));
  }

  @Test
  void aMalformedNameIsInvalid() {
    assertCode(
        "ValidationException",
        () -> sageMaker.describeMlflowTrackingServer(r -> r.trackingServerName("-x")));
  }

  @Test
  void otherOperationsAreUnknown() {
    assertCode("UnknownOperationException", () -> sageMaker.listModels());
  }

  @ParameterizedTest
  @CsvSource({"100000, ValidationException", "9000000, RequestEntityTooLargeException"})
  void longRequestsAreReadToALimit(int length, String code) {
    assertCode(
        code,
        () ->
            sageMaker.describeMlflowTrackingServer(r -> r.trackingServerName("-".repeat(length))));
  }

  @Test
  void aWrongSecretIsRefused() {
    try (SageMakerClient stranger =
        client(
            AwsBasicCredentials.create(SandboxAccount.ACCESS_KEY_ID, "guess"), Region.EU_WEST_1)) {
      SageMakerException refused =
          assertCode("InvalidSignatureException", () -> stranger.listMlflowApps(r -> {}));
      assertEquals(403, refused.statusCode());
      assertTrue(refused.getMessage().contains("The String-to-Sign should have been"));
    }
  }

  @Test
  void anUnknownKeyIsRefused() {
    try (SageMakerClient stranger =
        client(AwsBasicCredentials.create("AKIDSTRANGER", "guess"), Region.EU_WEST_1)) {
      assertCode("UnrecognizedClientException", () -> stranger.listMlflowApps(r -> {}));
    }
  }

  @Test
  void anotherRegionIsRefused() {
    try (SageMakerClient abroad = client(EndpointFixture.LONG_TERM, Region.US_EAST_1)) {
      assertCode("InvalidSignatureException", () -> abroad.listMlflowApps(r -> {}));
    }
  }

  private static SageMakerException assertCode(String code, Executable call) {
    SageMakerException exception = assertThrows(SageMakerException.class, call);
    assertEquals(code, exception.awsErrorDetails().errorCode());
    return exception;
  }

  private DescribeMlflowTrackingServerResponse describe() {
    return sageMaker.describeMlflowTrackingServer(r -> r.trackingServerName("forecasting"));
  }

  private SageMakerClient client(AwsCredentials credentials, Region region) {
    return SageMakerClient.builder()
        .endpointOverride(fixture.endpoint.uri())
        .region(region)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
