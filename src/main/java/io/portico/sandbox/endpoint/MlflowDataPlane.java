package io.portico.sandbox.endpoint;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SigningRule;
import io.portico.sandbox.sigv4.SigningRule.ResourceHeader;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SageMaker's MLflow data plane: a header chooses the server, the request goes on as it is. */
final class MlflowDataPlane implements AwsApi {

  static final String TRACKING_SERVER = "x-mlflow-sm-tracking-server-arn";
  static final String APP = "x-sm-mlflow-app-arn";

  private static final AwsError LENGTH_REQUIRED =
      new AwsError(
          411,
          "LengthRequiredException",
          "Send Content-Length: MLflow's default server loses chunked bodies.");

  /**
   * An assumption: no public text says how the data plane answers for a server that is stopped,
   * starting or stopping.
   */
  private static final AwsError NOT_STARTED =
      new AwsError(
          503, "ServiceUnavailableException", "The MLflow tracking server is not started.");

  private final SandboxAccount account;
  private final UpstreamExchange upstream;
  private final SigningRule forTrackingServers;
  private final SigningRule forApps;

  MlflowDataPlane(SandboxAccount account, UpstreamExchange upstream) {
    this.account = account;
    this.upstream = upstream;
    this.forTrackingServers =
        rule(
            "sagemaker-mlflow",
            new ResourceHeader(TRACKING_SERVER, APP, arns(account.trackingServers())));
    this.forApps =
        rule("sagemaker", new ResourceHeader(APP, TRACKING_SERVER, arns(account.apps())));
  }

  private static Set<String> arns(List<? extends MlflowResource> resources) {
    return resources.stream().map(MlflowResource::arn).collect(toUnmodifiableSet());
  }

  private static SigningRule rule(String signingName, ResourceHeader resource) {
    return new SigningRule(signingName, true, Optional.of(resource));
  }

  @Override
  public boolean recognises(RequestHead head) {
    return head.headers().has(TRACKING_SERVER) || head.headers().has(APP);
  }

  @Override
  public SigningRule rule(RequestHead head) {
    return head.headers().has(TRACKING_SERVER) ? forTrackingServers : forApps;
  }

  @Override
  public ErrorFormat errors() {
    return ErrorFormat.REST_JSON;
  }

  @Override
  public Optional<AwsError> refusal(RequestHead head) {
    return head.headers().has("transfer-encoding")
        ? Optional.of(LENGTH_REQUIRED)
        : Optional.empty();
  }

  @Override
  public Future<Void> answer(Call call) {
    String header = rule(call.head()).resource().orElseThrow().name();
    MlflowResource resource =
        account.resource(call.head().headers().values(header).get(0)).orElseThrow();
    return resource.serves(account.clock().instant())
        ? upstream.pass(call, resource.upstream())
        : errors().reply(NOT_STARTED).send(call.response());
  }
}
