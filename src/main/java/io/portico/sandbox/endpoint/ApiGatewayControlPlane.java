package io.portico.sandbox.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.sandbox.apigateway.ApiGateway;
import io.portico.sandbox.apigateway.GatewayException;
import io.portico.sandbox.apigateway.GatewayReply;
import io.portico.sandbox.apigateway.GatewayRequest;
import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SigningRule;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** API Gateway's operations on REST APIs, in REST and JSON. */
final class ApiGatewayControlPlane implements ControlPlane {

  private final ApiGateway apiGateway;

  ApiGatewayControlPlane(ApiGateway apiGateway) {
    this.apiGateway = apiGateway;
  }

  @Override
  public boolean recognises(RequestHead head) {
    return head.path().matches("/(restapis|tags)(/.*)?")
        && !head.headers().has(MlflowDataPlane.APP)
        && !head.headers().has(MlflowDataPlane.TRACKING_SERVER);
  }

  @Override
  public SigningRule rule(RequestHead head) {
    return SigningRule.forService("apigateway");
  }

  @Override
  public ErrorFormat errors() {
    return ErrorFormat.REST_JSON;
  }

  @Override
  public AwsReply reply(RequestHead head, Identity identity, String body) {
    try {
      GatewayReply reply = apiGateway.answer(request(head, body));
      return new AwsReply(reply.status(), reply.headers(), reply.body());
    } catch (GatewayException e) {
      AwsReply refusal = errors().reply(new AwsError(e.status(), e.type(), e.getMessage()));
      return e.retryAfter().map(wait -> retryAfter(refusal, wait)).orElse(refusal);
    }
  }

  private static GatewayRequest request(RequestHead head, String body) {
    return new GatewayRequest(
        head.method(),
        Arrays.stream(head.path().substring(1).split("/"))
            .map(ApiGatewayControlPlane::decoded)
            .toList(),
        FormParameters.parse(head.query()).map(FormParameters::values).orElseGet(Map::of),
        String.join(",", head.headers().values("accept")),
        body);
  }

  /** In a path a plus sign stands for itself, unlike in a form. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  private static AwsReply retryAfter(AwsReply refusal, Duration wait) {
    Map<String, String> headers = new HashMap<>(refusal.headers());
    headers.put("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    return new AwsReply(refusal.status(), Map.copyOf(headers), refusal.body());
  }
}
