package io.portico.sandbox.endpoint;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import io.portico.sandbox.endpoint.TrackingServer.Status;
import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SigningRule;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** SageMaker's operations on MLflow servers, in AWS JSON 1.1. */
final class SageMakerControlPlane implements ControlPlane {

  private static final String TARGET = "x-amz-target";
  private static final String PREFIX = "SageMaker.";

  private final SandboxAccount account;
  private final Map<String, Function<JsonObject, AwsReply>> operations =
      Map.of(
          "DescribeMlflowTrackingServer", this::describeServer,
          "ListMlflowTrackingServers", this::listServers,
          "StartMlflowTrackingServer", this::startServer,
          "StopMlflowTrackingServer", this::stopServer,
          "DescribeMlflowApp", this::describeApp,
          "ListMlflowApps", this::listApps);

  SageMakerControlPlane(SandboxAccount account) {
    this.account = account;
  }

  @Override
  public boolean recognises(RequestHead head) {
    List<String> targets = head.headers().values(TARGET);
    return targets.size() == 1 && targets.get(0).startsWith(PREFIX);
  }

  @Override
  public SigningRule rule(RequestHead head) {
    return SigningRule.forService("sagemaker");
  }

  @Override
  public ErrorFormat errors() {
    return ErrorFormat.AWS_JSON;
  }

  @Override
  public AwsReply reply(RequestHead head, Identity identity, String body) {
    String operation = head.headers().values(TARGET).get(0).substring(PREFIX.length());
    Function<JsonObject, AwsReply> answer = operations.get(operation);
    if (answer == null) {
      return error(AwsError.unknownOperation(400, "The sandbox has no " + operation + "."));
    }
    try {
      return answer.apply(new JsonObject(body));
    } catch (DecodeException e) {
      return error(new AwsError(400, "SerializationException", "The body is no JSON object."));
    }
  }

  private AwsReply describeServer(JsonObject request) {
    return withServer(request, server -> AwsReply.json(MlflowDescriptions.server(server, now())));
  }

  private AwsReply listServers(JsonObject request) {
    JsonArray summaries =
        account.trackingServers().stream()
            .map(server -> MlflowDescriptions.serverSummary(server, now()))
            .collect(collectingAndThen(toList(), JsonArray::new));
    return AwsReply.json(new JsonObject().put("TrackingServerSummaries", summaries));
  }

  private AwsReply startServer(JsonObject request) {
    return changed(request, TrackingServer::start, "started");
  }

  private AwsReply stopServer(JsonObject request) {
    return changed(request, TrackingServer::stop, "stopped");
  }

  private AwsReply describeApp(JsonObject request) {
    String arn = request.getString("Arn", "");
    return account.apps().stream()
        .filter(app -> app.arn().equals(arn))
        .findFirst()
        .map(app -> AwsReply.json(MlflowDescriptions.app(app)))
        .orElseGet(() -> notFound("MLflow App", arn));
  }

  private AwsReply listApps(JsonObject request) {
    JsonArray summaries =
        account.apps().stream()
            .map(MlflowDescriptions::appSummary)
            .collect(collectingAndThen(toList(), JsonArray::new));
    return AwsReply.json(new JsonObject().put("Summaries", summaries));
  }

  /** The wording is AWS's own, seen in aws/amazon-sagemaker-feedback#104. */
  private AwsReply changed(
      JsonObject request, BiPredicate<TrackingServer, Instant> change, String verb) {
    return withServer(
        request,
        server -> {
          Status status = server.status(now());
          return change.test(server, now())
              ? AwsReply.json(new JsonObject().put("TrackingServerArn", server.arn()))
              : error(
                  AwsError.validation(
                      "Tracking Server with ARN %s is currently in status %s, can't be %s."
                          .formatted(server.arn(), status, verb)));
        });
  }

  private AwsReply withServer(JsonObject request, Function<TrackingServer, AwsReply> answer) {
    String name = request.getString("TrackingServerName", "");
    if (!name.matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}")) {
      return error(AwsError.validation("TrackingServerName is missing or malformed."));
    }
    return account.trackingServers().stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .map(answer)
        .orElseGet(() -> notFound("Tracking Server", name));
  }

  private AwsReply notFound(String kind, String key) {
    return error(new AwsError(400, "ResourceNotFound", kind + " " + key + " does not exist."));
  }

  private AwsReply error(AwsError error) {
    return errors().reply(error);
  }

  private Instant now() {
    return account.clock().instant();
  }
}
