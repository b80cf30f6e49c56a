package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.vertx.core.Future;

/** An API whose requests and answers are small texts. */
interface ControlPlane extends AwsApi {

  /** Answers a verified request. */
  AwsReply reply(RequestHead head, Identity identity, String body);

  @Override
  default Future<Void> answer(Call call) {
    return call.body()
        .text()
        .map(text -> reply(call.head(), call.identity(), text))
        .orElseGet(() -> errors().reply(TOO_LARGE))
        .send(call.response());
  }

  AwsError TOO_LARGE =
      new AwsError(413, "RequestEntityTooLargeException", "The request is larger than 1 MiB.");
}
